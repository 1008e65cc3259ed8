import { folds } from './folds.ts'
import { signs } from './signs.ts'

/** Traditional and rare ways to write a character → the usual one. */
export type Folds = ReadonlyMap<string, string>

/** The traditional ones are written as distances from one to the next, at most 63, each before its simplified one. */
const decoded = (written: string): Folds => {
  const table = new Map<string, string>()
  let code = 0x3400
  for (let at = 0; at + 1 < written.length; at += 2) {
    code += signs.indexOf(written[at] as string)
    table.set(String.fromCharCode(code), written[at + 1] as string)
  }
  return table
}

const ours = decoded(folds)

/** What no eye sees: soft hyphens, joiners, marks of direction, fillers, variation selectors, tags. */
const unseen =
  /\u034f|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]|\udb40[\udc00-\udfff]/g

/** Text as the eye reads it: nothing unseen, full width as half, traditional characters as simplified. Spaces, signs and case stay. */
export const seenText = (text: string): string =>
  text
    .replace(unseen, '')
    .normalize('NFKC')
    .replace(unseen, '')
    .replace(/[\u3400-\u9fff]/g, it => ours.get(it) ?? it)

/** Characters that carry words: Han of all planes, digits, Latin letters. */
const carries = /[0-9a-z\u3007\u3400-\u9fff]|[\ud840-\ud8bf][\udc00-\udfff]/g

const readOne = (character: string, table: Folds): string => {
  const kept = character.normalize('NFKC').toLowerCase().match(carries) ?? []
  return kept.map(it => table.get(it) ?? it).join('')
}

/** `at`: where in the words each unit of `text` comes from. */
export type Plain = { text: string; at: readonly number[] }

/** The one way in which words are read before they are judged or compared: what carries them, and nothing between. */
export const readPlain = (words: string, table = ours): Plain => {
  const at: number[] = []
  let text = ''
  let from = 0
  for (const character of words) {
    const read = readOne(character, table)
    for (let unit = 0; unit < read.length; unit++) at.push(from)
    text += read
    from += character.length
  }
  return { text, at }
}

export const plainWords = (words: string): string => readPlain(words).text
