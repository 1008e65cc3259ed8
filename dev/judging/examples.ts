import { type Gram, gramsIn, keyOf, type Lexicon, lexiconOf } from '@huiyin/shared/core/words/features.ts'
import { type Head, judgedKinds } from '@huiyin/shared/core/words/heads.ts'
import { type Labelled, plain, readLexicon } from './corpus.ts'
import type { Example } from './learn.ts'

/** The lexicon as it is written into the trained file: one text of keys for each meaning. */
export const lexiconKeys = (): string[] =>
  readLexicon().map(({ words }) => [...new Set(words.map(it => keyOf(plain(it))))].toSorted().join(''))

export type Read = Labelled & { text: string; grams: Gram[]; buckets: number[] }

export const readAll = (rows: readonly Labelled[], lexicon: Lexicon = lexiconOf(lexiconKeys())): Read[] =>
  rows.map(row => {
    const text = plain(row.words)
    const grams = gramsIn(text, lexicon)
    return { ...row, text, grams, buckets: [...new Set(grams.map(it => it.bucket))] }
  })

/** Whether a sentence is what a head looks for; undefined: it has nothing to teach this head. */
const asked = (row: Read, head: Head): boolean | undefined => {
  if (head === 'urgent' || head === 'slow') return row.urgency === null ? undefined : row.urgency === head
  if (head === 'violence' || head === 'minor' || head === 'selfHarm')
    return row.kind === null ? row.person === head : undefined
  if (head === 'danger') return row.kind === null ? row.person !== 'none' : undefined
  if ((judgedKinds as readonly string[]).includes(head)) return row.kind === null ? undefined : row.kind === head
  return row.kind === null ? undefined : row.call === head
}

export const examplesFor = (rows: readonly Read[], head: Head): Example[] =>
  rows.flatMap(row => {
    const yes = asked(row, head)
    return yes === undefined ? [] : [{ buckets: row.buckets, yes, weight: row.weight }]
  })
