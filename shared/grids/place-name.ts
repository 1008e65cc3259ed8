import { plainWords } from '../core/words/plain.ts'

const digits = '零一二三四五六七八九'

/** 十二 → 12, up to 99; anything else stays as it is. */
const asNumber = (han: string): string => {
  const [tens, ones, ...rest] = han.split('十')
  if (ones === undefined || rest.length > 0) return [...han].map(it => digits.indexOf(it)).join('')
  return String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0))
}

/** Numbers before these are read as numbers, as house plates and the voice write them: 五号楼 is 5号楼, 第三网格 is 第3网格. */
const numbered = /[零一二三四五六七八九十]{1,3}(?=[号栋幢组队弄排]|网格|单元)/g

/** A name as it is compared: full width, spaces, signs, traditional characters and the way numbers are written make no difference. */
export const plainName = (text: string): string => plainWords(text).replace(numbered, asNumber)

/** Whether a plain name stands in plain words: 5号楼 does not stand in 15号楼. */
const standsIn = (name: string, words: string): boolean => {
  if (name === '') return false
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1))
    if (!/\d/.test(name[0] as string) || !/\d/.test(words[at - 1] ?? '')) return true
  return false
}

/** Whether these typed words could mean the place of this name: one holds the other. */
export const couldMean = (typed: string, name: string): boolean => {
  const [words, plain] = [plainName(typed), plainName(name)]
  return plain.includes(words) || standsIn(plain, words)
}

/** A grid or a building of a village; `gridName`: of the grid where it stands. */
export type NamedPlace = { id: string; gridId: string; name: string; gridName: string }

/**
 * The place of a village that typed words name: the one with the longest name in them, where its grid is named too the better. Of
 * several equally good ones their common grid; undefined when they lie in several grids, or none is named.
 */
export const placeIn = (typed: string, places: readonly NamedPlace[]): string | undefined => {
  const words = plainName(typed)
  const weigh = (name: string) => (standsIn(plainName(name), words) ? plainName(name).length : 0)
  const weighed = places.map(it => {
    const own = weigh(it.name)
    return { it, weight: own && own + (it.id === it.gridId ? 0 : weigh(it.gridName)) }
  })
  const most = Math.max(1, ...weighed.map(({ weight }) => weight))
  const best = weighed.filter(({ weight }) => weight === most).map(({ it }) => it)
  if (best.length === 1) return best[0]?.id
  const grids = new Set(best.map(it => it.gridId))
  return grids.size === 1 ? [...grids][0] : undefined
}
