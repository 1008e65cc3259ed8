import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** What a bench hands back. `passed` is undefined when it was NOT RUN. */
export type Section = { lines: string[]; passed: boolean | undefined }

const file = new URL('RESULTS.md', import.meta.url)

/** Puts a section in place of the last one of this name; the others stay. */
export const writeSection = (name: string, { lines }: Section): void => {
  const [head = '', ...sections] = readFileSync(file, 'utf8').split(/^(?=## )/m)
  const written = `## ${name}\n\n${lines.join('\n')}\n\n`
  const place = sections.findIndex(it => it.startsWith(`## ${name}\n`))
  if (place < 0) sections.push(written)
  else sections[place] = written
  writeFileSync(file, `${[head, ...sections].join('').trimEnd()}\n`)
}

/** When, on what, and with which command. */
export const heading = (command: string, also: readonly string[] = []): string[] => [
  `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC · ${[machine(), ...also].join(', ')} · \`npm run bench -- ${command}\``,
  '',
]

const machine = () => `${cpus().length} cores, Node ${process.versions.node.split('.')[0]}`

export const notRun = (command: string, why: string): Section => ({
  lines: [...heading(command), `**NOT RUN**: ${why}`],
  passed: undefined,
})

/** A Markdown table; numbers as they shall be read. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map(row => `| ${row.join(' | ')} |`),
]

/** `0.62 (limit ≥ 0.5): passed` */
export const verdict = (value: number, sign: '≥' | '≤' | '<', limit: number, unit = ''): string =>
  `**${round(value)}${unit}** (limit ${sign} ${limit}${unit}): ${holds(value, sign, limit) ? 'passed' : '**MISSED**'}`

export const holds = (value: number, sign: '≥' | '≤' | '<', limit: number): boolean =>
  sign === '≥' ? value >= limit : sign === '≤' ? value <= limit : value < limit

export const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2))

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** The value that this share of the values does not exceed. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
