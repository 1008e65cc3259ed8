export const recognisableWords = (kinds: readonly string[]) => `还有${kinds.join('、')}`
