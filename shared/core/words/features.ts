import { signs } from './signs.ts'
import { lexicon } from './trained.ts'

/** What the model knows of a place in plain words: a run of characters, or a word of one meaning. */
export type Gram = { bucket: number; from: number; to: number }

export const bucketBits = 18
const longestRun = 3

/** FNV-1a, a unit at a time, and mixed once more at the end; the same on every machine. */
const begun = 0x811c9dc5
const withUnit = (value: number, unit: number) => Math.imul(value ^ unit, 0x01000193)
const mixed = (value: number) => {
  const once = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (once ^ (once >>> 13)) >>> 0
}

/** Every run of up to `longest` units, with its hash of 32 bits. */
const runsIn = (text: string, longest: number): (Omit<Gram, 'bucket'> & { hash: number })[] => {
  const runs: ReturnType<typeof runsIn> = []
  for (let from = 0; from < text.length; from++)
    for (let to = from, value = begun; to < Math.min(text.length, from + longest); to++) {
      value = withUnit(value, text.charCodeAt(to))
      runs.push({ from, to: to + 1, hash: mixed(value) })
    }
  return runs
}

/** The lexicon keeps 24 bits of each word's hash, as four signs of 64: among some thousand words none is taken for another. */
const keyBits = 24
export const keyOf = (word: string): string => {
  const hash = Array.from({ length: word.length }, (_, at) => word.charCodeAt(at)).reduce(withUnit, begun)
  const key = mixed(hash) >>> (32 - keyBits)
  return [18, 12, 6, 0].map(shift => signs[(key >>> shift) % 64]).join('')
}
const numberOf = (key: string) => Array.from(key).reduce((all, sign) => all * 64 + signs.indexOf(sign), 0)

/** Longer words are not in the lexicon. */
export const longestWord = 6

/** Key of a word → the meanings that it has, by their place in the list. */
export type Lexicon = ReadonlyMap<number, readonly number[]>

/** From one text for each meaning, keys one behind the other. */
export const lexiconOf = (meanings: readonly string[]): Lexicon => {
  const known = new Map<number, number[]>()
  meanings.forEach((keys, meaning) => {
    for (let at = 0; at < keys.length; at += 4) {
      const key = numberOf(keys.slice(at, at + 4))
      known.set(key, [...(known.get(key) ?? []), meaning])
    }
  })
  return known
}
const ours = lexiconOf(lexicon)

/** Whether it is a word of the lexicon. */
export const isWord = ({ bucket }: Gram): boolean => bucket >= 2 ** bucketBits

const meant = (text: string, known: Lexicon): Gram[] =>
  runsIn(text, longestWord).flatMap(({ from, to, hash }) =>
    (known.get(hash >>> (32 - keyBits)) ?? []).map(meaning => ({ bucket: 2 ** bucketBits + meaning, from, to })),
  )

/** Every run of one to three characters, the ends of the text as one each, and every word of the lexicon. A bucket may come more than once. */
export const gramsIn = (text: string, known = ours): Gram[] => [
  ...runsIn(`^${text}$`, longestRun).map(({ from, to, hash }) => ({
    bucket: hash >>> (32 - bucketBits),
    from: Math.max(0, from - 1),
    to: Math.min(text.length, to - 1),
  })),
  ...meant(text, known),
]
