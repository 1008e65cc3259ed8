import { seenText } from '../core/words/plain.ts'

/** Pairs that nearly every question holds: they find everything, and so nothing. */
const common = new Set([
  '怎么',
  '么办',
  '可以',
  '不可',
  '以吗',
  '应该',
  '如何',
  '什么',
  '能不',
  '不能',
  '是不',
  '不是',
  '请问',
  '我的',
  '问题',
])

/**
 * A text as the search keeps it: pairs of neighbouring Chinese characters, and other words whole. Both databases can index that
 * without an extension. Each once, in their order.
 */
export const gramsOf = (text: string): string[] => {
  const grams = new Set<string>()
  for (const [run] of seenText(text)
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    const characters = [...run]
    if (!/\p{Script=Han}/u.test(run)) grams.add(run.slice(0, 30))
    else for (let at = 0; at + 1 < characters.length; at++) grams.add(`${characters[at]}${characters[at + 1]}`)
  }
  return [...grams]
}

/** What of a search is looked for: without the pairs that everything holds, and no more than a sentence's worth. */
export const wantedGrams = (query: string): string[] =>
  gramsOf(query)
    .filter(it => !common.has(it))
    .slice(0, 30)
