/** Who reads, and who answers where nobody has a title. */
export const whoWords = { self: '我', worker: '网格员' } as const
