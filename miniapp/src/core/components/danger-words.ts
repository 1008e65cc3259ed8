/** What is asked when her words may mean that she is not safe. */
export const dangerWords = {
  title: '您现在安全吗？',
  hint: '您写的话里，好像有人会受到伤害。只问您这一次，选了什么不会告诉别人',
  unsafe: '不安全',
  safe: '安全，继续写',
} as const
