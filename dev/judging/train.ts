import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Head, heads } from '@huiyin/shared/core/words/heads.ts'
import { signs } from '@huiyin/shared/core/words/signs.ts'
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

/** Where two lie too far apart, characters that stay what they are stand between. */
const foldsWritten = (): string => {
  let code = 0x3400
  let text = ''
  const add = (to: number, simplified: string) => {
    text += `${signs[to - code]}${simplified}`
    code = to
  }
  for (const [traditional, simplified] of readFolds()) {
    const to = traditional.charCodeAt(0)
    while (to - code >= signs.length) add(code + signs.length - 1, String.fromCharCode(code + signs.length - 1))
    add(to, simplified)
  }
  return text
}

const foldsFile = () => `// Made by \`npm run train\` from dev/judging/traditional.txt.
export const folds =
  '${foldsWritten()}'
`

const words = join(import.meta.dirname, '../../shared/core/words')

const rows = readAll(readCorpus())
const thresholds = thresholdsFrom(rows)
writeFileSync(join(words, 'folds.ts'), foldsFile())
writeFileSync(join(words, 'trained.ts'), fileOf(train(rows), thresholds))
console.log(`${rows.length} sentences`, thresholds)
