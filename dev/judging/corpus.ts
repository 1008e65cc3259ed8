import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CallFirst, DangerSign, JudgedKind } from '@huiyin/shared/core/words/heads.ts'
import { readPlain } from '@huiyin/shared/core/words/plain.ts'
import { patternsIn } from './patterns.ts'

/** One sentence and what a person says of it. `kind` and `urgency`: null where it is only for a lawyer. `weight`: how much it counts. */
export type Labelled = {
  words: string
  kind: JudgedKind | null
  urgency: 'urgent' | 'normal' | 'slow' | null
  call: CallFirst
  person: DangerSign | 'none'
  weight: number
}

const here = import.meta.dirname

const labelled = (words: string, labels: readonly string[], weight: number): Labelled => {
  const [kind, urgency, call, person] = labels.map(it => (it === '-' ? null : it))
  return { words, kind, urgency, call, person, weight } as Labelled
}

/** `words<TAB>kind<TAB>urgency<TAB>call<TAB>person`, one a line. */
const linesOf = (folder: string): Labelled[] =>
  globSync('*.tsv', { cwd: join(here, folder) })
    .toSorted()
    .flatMap(file => readFileSync(join(here, folder, file), 'utf8').split('\n'))
    .filter(line => line !== '')
    .map(line => {
      const [words = '', ...labels] = line.split('\t')
      return labelled(words, labels, 2)
    })

/** Written by other hands than the corpus, and never learned from. */
export const readHeldOut = (): Labelled[] => linesOf('held-out')

/** So many characters in a row are a sentence taken over. */
const takenOver = 8

export const runsOf = (words: string): string[] => {
  const text = plain(words)
  return Array.from({ length: Math.max(0, text.length - takenOver + 1) }, (_, at) => text.slice(at, at + takenOver))
}

/** Sentences that were written one by one, and those made from patterns, which count half; none that shares a run with the held-out ones. */
export const readCorpus = (): Labelled[] => {
  const heldOut = new Set(readHeldOut().flatMap(it => runsOf(it.words)))
  const written = globSync('written-*.txt', { cwd: join(here, 'corpus') })
    .toSorted()
    .flatMap(file => patternsIn(readFileSync(join(here, 'corpus', file), 'utf8')))
    .map(({ words, labels }) => labelled(words, labels, 2))
  const made = globSync('patterns-*.txt', { cwd: join(here, 'corpus') })
    .toSorted()
    .flatMap(file => patternsIn(readFileSync(join(here, 'corpus', file), 'utf8')))
    .map(({ words, labels }) => labelled(words, labels, 1))
  return [...linesOf('corpus'), ...written, ...made].filter(it => !runsOf(it.words).some(run => heldOut.has(run)))
}

/** Traditional characters and their simplified ones, by the code of the former. */
export const readFolds = (): (readonly [string, string])[] =>
  (readFileSync(join(here, 'traditional.txt'), 'utf8').match(/\p{Script=Han}{2}/gu) ?? [])
    .map(([traditional = '', simplified = '']) => [traditional, simplified] as const)
    .toSorted(([a], [b]) => a.charCodeAt(0) - b.charCodeAt(0))

const folds = new Map(readFolds())
export const plain = (words: string) => readPlain(words, folds).text

/** Words of one meaning a line; the first is what the meaning is called. */
export const readLexicon = (): { meaning: string; words: string[] }[] =>
  readFileSync(join(here, 'lexicon.txt'), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [meaning = '', ...words] = line.split(' ').filter(it => it !== '')
      return { meaning, words }
    })

/** Of everything that the model is made from: another digest, another model. */
export const corpusDigest = (): string => {
  const files = [
    ...globSync(['corpus/*', '*.txt', '*.ts'], { cwd: here, exclude: ['figures.ts'] }).map(it => join(here, it)),
    ...['plain', 'features', 'heads'].map(it => join(here, `../../shared/core/words/${it}.ts`)),
  ]
  const digest = createHash('sha256')
  for (const file of files.toSorted()) digest.update(readFileSync(file))
  return digest.digest('hex').slice(0, 16)
}
