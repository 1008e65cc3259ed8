import { type Gram, gramsIn, isWord } from './features.ts'
import {
  type CallFirst,
  callable,
  type DangerSign,
  dangerSigns,
  type Head,
  type JudgedKind,
  judgedKinds,
} from './heads.ts'
import { readPlain } from './plain.ts'
import { thresholds } from './trained.ts'
import { type Sums, sharesOf, sumsOf } from './weigh.ts'

/** `because`: those of her own words that weighed most for the urgency, or for the call; none when nothing is urgent. */
export type Judgement = {
  kind: JudgedKind
  urgency: 'urgent' | 'normal' | 'slow'
  call: CallFirst
  /** Undefined: no sign. Not `sure`: somebody has to ask. */
  person: { sign: DangerSign; sure: boolean } | undefined
  because: string[]
}

/** A long text is read in parts that overlap, so that a quiet end does not hush a loud beginning. */
const whole = 60
const part = 40
const step = 20

type Part = { from: number; length: number; grams: Gram[]; sums: Sums }

const partsOf = (text: string): Part[] => {
  const parts: Part[] = []
  for (let from = 0; from === 0 || from + step < text.length; from += step) {
    const read = text.length <= whole ? text : text.slice(from, from + part)
    const grams = gramsIn(read)
    parts.push({ from, length: read.length, grams, sums: sumsOf(grams) })
    if (read.length === text.length) break
  }
  return parts
}

const most = <T>(items: readonly T[], weight: (item: T) => number): T =>
  items.reduce((best, it) => (weight(it) > weight(best) ? it : best))

const kindIn = (parts: readonly Part[]): JudgedKind =>
  most(judgedKinds, kind => parts.reduce((sum, it) => sum + it.sums[kind], 0))

const callIn = ({ sums }: Part): CallFirst => {
  const loudest = most(callable, it => sums[it])
  return sums[loudest] >= thresholds.call ? loudest : 'none'
}

const personIn = (parts: readonly Part[]): Judgement['person'] => {
  const { sums } = most(parts, it => it.sums.danger)
  if (sums.danger < thresholds.doubtful) return undefined
  return { sign: most(dangerSigns, it => sums[it]), sure: sums.danger >= thresholds.sure }
}

const longestSpan = 8
const ends = /[,.!?;:，。！？；：、…\n]/

type Span = { from: number; to: number }

/** The run of a few characters that speaks most: each says a fourth of what the loudest says; it does not go over the end of a clause. */
const loudestSpan = (shares: readonly number[], isEnd: (at: number) => boolean): Span => {
  const least = Math.max(...shares) / 4
  let best = { from: 0, to: 0, weight: 0 }
  for (let from = 0; from < shares.length; from++)
    for (let to = from + 1, weight = 0; to <= Math.min(shares.length, from + longestSpan); to++) {
      if (to - from > 1 && isEnd(to - 1)) break
      weight += (shares[to - 1] as number) - least
      if (weight > best.weight) best = { from, to, weight }
    }
  return best
}

/** Why it is this answer, in her own writing: no word of the lexicon is cut. */
const spanFor = (words: string, at: readonly number[], { from, length, grams }: Part, head: Head): string[] => {
  const isEnd = (place: number) => ends.test(words.slice(at[from + place - 1], at[from + place]))
  const span = loudestSpan(sharesOf(grams, length, head), isEnd)
  if (span.to === 0) return []
  const around = grams.filter(it => isWord(it) && it.from < span.to && it.to > span.from)
  const first = Math.min(span.from, ...around.map(it => it.from))
  const last = Math.max(span.to, ...around.map(it => it.to)) - 1
  return [words.slice(at[from + first], (at[from + last] as number) + 1)]
}

const read = (words: string): Judgement => {
  const { text, at } = readPlain(words)
  const parts = partsOf(text)
  const loudest = most(parts, it => it.sums.urgent)
  const urgent = text !== '' && loudest.sums.urgent >= thresholds.urgent
  const call = urgent ? callIn(loudest) : 'none'
  const slow = !urgent && parts.every(it => it.sums.slow >= thresholds.slow)
  return {
    kind: kindIn(parts),
    urgency: urgent ? 'urgent' : slow ? 'slow' : 'normal',
    call,
    person: text === '' ? undefined : personIn(parts),
    because: urgent ? spanFor(words, at, loudest, call === 'none' ? 'urgent' : call) : [],
  }
}

let last: { words: string; judgement: Judgement } | undefined

/** Reads her words as the trained model does: whole numbers only, the same on phone and server. A page asks again at every letter. */
export const judge = (words: string): Judgement => {
  if (last?.words !== words) last = { words, judgement: read(words) }
  return last.judgement
}
