/** How alerts name what it is about; they hold nothing else of it. */
export const matterName = '法律咨询'

/** Whose terms stand under these keys. */
export const termNames = { question: '法律咨询', danger: '法律咨询（不安全）' } as const

/** Who acts or reads without a name of his own. */
export const whoWords = { adviser: '法律顾问', office: '司法所', self: '我', unnamed: '匿名居民' } as const
