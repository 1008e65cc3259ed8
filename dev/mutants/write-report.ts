import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build.ts'
import type { Drawn, Measured, Tried } from './state.ts'

type Report = Drawn & { tree: string; room: string; measured: Record<string, Measured>; left: readonly string[] }

const file = join(root, 'docs', 'mutants.md')

const percent = (tried: readonly Tried[]): string =>
  tried.length === 0 ? '–' : ((100 * tried.filter(it => it.noticed).length) / tried.length).toFixed(1)

/** One line of code, so that it fits into a line of a list. */
const short = (code: string): string => {
  const line = code.replace(/\s+/g, ' ').replaceAll('`', '’').trim()
  return line.length > 70 ? `${line.slice(0, 69)}…` : line
}

const survivors = (path: string, mutants: readonly Tried[]): string[] =>
  mutants
    .filter(it => !it.noticed)
    .sort((a, b) => a.line - b.line)
    .map(
      it =>
        `- \`${path}:${it.line}\` \`${short(it.was)}\` → \`${short(it.is)}\`${it.covered ? '' : ' (nobody runs it)'}`,
    )

const sectionOf = ({ tree, room, measured, left, share, seed }: Report): string => {
  const all = Object.values(measured).flatMap(it => it.mutants)
  const head = `${all.filter(it => it.noticed).length} of ${all.length} noticed, **${percent(all)} %**`
  const sample = share === '1' ? 'all mutants' : `a share of ${share}, seed ${seed}`
  const lines = [
    `## ${tree}/${room}`,
    '',
    `${head} (${sample}).${left.length > 0 ? ` Not measured yet: ${left.join(', ')}.` : ''}`,
    '',
    ...Object.entries(measured).flatMap(([path, { mutants }]) => survivors(path, mutants)),
  ]
  return lines.join('\n').trim()
}

/** Puts the room's section into the document, in the order of the alphabet; answers it. */
export const writeReport = (report: Report): string => {
  const section = sectionOf(report)
  const [head = '', ...sections] = readFileSync(file, 'utf8').split(/^(?=## )/m)
  const title = section.split('\n')[0]
  const others = sections.filter(it => it.split('\n')[0] !== title)
  const all = [...others.map(it => it.trim()), section].sort()
  writeFileSync(file, `${[head.trim(), ...all].join('\n\n')}\n`)
  return section
}
