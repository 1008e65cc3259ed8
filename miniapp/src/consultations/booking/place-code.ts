/** The code of a place in what a poster says: an address that carries `scene` or `place`, or the bare code. */
export const placeCode = (said: string | undefined): string | undefined => {
  if (!said) return undefined
  const found = /(?:^|[=/])([0-9A-Za-z]{4,16})(?:&.*)?$/.exec(decoded(said))
  return found?.[1]
}

/** What cannot be read is no code, and she is told that it was not known. */
const decoded = (text: string) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
