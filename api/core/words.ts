/** What the service itself says of what it was sent. */
export const inputWords = {
  cursor: '请从头看起',
  doubled: '只能写一次',
  wrong: '格式不对',
} as const

/** By the codes of zod's issues. */
export const issueWords: Record<string, string> = {
  too_big: '太长或太多了',
  too_small: '太短或太少了',
  invalid_type: '没有填',
}

/** What the description of the contracts says. */
export const docsWords = {
  page: '回音 API',
  title: '回音 Huiyin',
  about: '件件有回音，件件有答复。',
  done: '成功',
} as const
