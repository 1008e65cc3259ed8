import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signs } from '@huiyin/shared/core/words/features.ts'
import { type Head, heads } from '@huiyin/shared/core/words/heads.ts'
import { groupBits, middle } from '@huiyin/shared/core/words/weigh.ts'
import { corpusDigest, readCorpus, readFolds } from './corpus.ts'
import { lexiconKeys, readAll } from './examples.ts'
import { train, type Whole } from './models.ts'
import { thresholdsFrom } from './thresholds.ts'

const distance = (left: number): string =>
  left < 2 ** groupBits
    ? (signs[left] as string)
    : `${signs[(left % 2 ** groupBits) + 2 ** groupBits]}${distance(left >>> groupBits)}`

const written = ({ weights }: Whole): string =>
  weights.map(([bucket, it], at) => distance(bucket - (weights[at - 1]?.[0] ?? -1)) + signs[it + middle]).join('')

const fileOf = (models: ReadonlyMap<Head, Whole>, thresholds: Record<string, number>): string => {
  const each = (of: (head: Head) => string) => heads.map(head => `  ${head}:${of(head)},`).join('\n')
  return `// Made by \`npm run train\` from dev/judging (${corpusDigest()}).
import type { Head } from './heads.ts'

export const lexicon = [
${lexiconKeys()
  .map(it => `  '${it}',`)
  .join('\n')}
]

export const weights: Record<Head, string> = {
${each(head => `\n    '${written(models.get(head) as Whole)}'`)}
}

export const biases: Record<Head, number> = {
${each(head => ` ${models.get(head)?.bias}`)}
}

export const thresholds = { ${Object.entries(thresholds)
    .map(([name, it]) => `${name}: ${it}`)
    .join(', ')} }
`
}

const foldsFile = () => `// Made by \`npm run train\` from dev/judging/traditional.txt.
export const folds =
  '${readFolds()}'
`

const words = join(import.meta.dirname, '../../shared/core/words')

const rows = readAll(readCorpus())
const thresholds = thresholdsFrom(rows)
writeFileSync(join(words, 'folds.ts'), foldsFile())
writeFileSync(join(words, 'trained.ts'), fileOf(train(rows), thresholds))
console.log(`${rows.length} sentences`, thresholds)
