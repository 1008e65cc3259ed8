/** Sentences that a worker keeps on his own phone. */
export const phraseLimits = {
  own: 12,
  characters: 40,
  /** So many digits in a row are somebody's number, and belong into no sentence that is used again. */
  digits: 5,
} as const
