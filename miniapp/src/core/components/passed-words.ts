export const passedWords = {
  title: '这一步已经过了时候',
  hint: '关上看看现在到了哪一步',
  kept: '您写的还在。关上看看现在到了哪一步',
} as const
