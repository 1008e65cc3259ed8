import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build.ts'
import { type Note, readNotes } from './notes.ts'

/** Of which room and tree, of which share of its mutants, and which of its files were not reached. */
type Report = { tree: string; room: string; share: string; seed: string }

const file = join(root, 'docs', 'mutants.md')

const percent = (all: readonly Note[]): string =>
  all.length === 0 ? '–' : ((100 * all.filter(it => it.noticed).length) / all.length).toFixed(1)

/** What has changed between the two, with some words around it, in one line. */
const changed = ({ was, is }: Note): [string, string] => {
  const [a, b] = [oneLine(was), oneLine(is)]
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  from = Math.max(0, from > 24 ? a.lastIndexOf(' ', from - 12) + 1 : 0)
  return [short(a.slice(from)), short(b.slice(from))]
}
const oneLine = (code: string) => code.replace(/\s+/g, ' ').replaceAll('`', '’').trim()
const short = (line: string) => (line.length > 70 ? `${line.slice(0, 69)}…` : line)

const survivors = (notes: readonly Note[]): string[] =>
  notes
    .filter(it => !it.noticed)
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
    .map(it => {
      const [was, is] = changed(it)
      return `- \`${it.file}:${it.line}\` \`${was}\` → \`${is}\`${it.covered ? '' : ' (nobody runs it)'}`
    })

const sectionOf = ({ tree, room, share, seed }: Report): string => {
  const notes = [...readNotes().values()]
    .filter(it => it.file.startsWith(`${tree}/${room}/`))
    .filter(it => it.drawn < Number(share))
  const sample = share === '1' ? 'all mutants' : `a share of ${share}, seed ${seed}`
  const head = `${notes.filter(it => it.noticed).length} of ${notes.length} noticed, **${percent(notes)} %** (${sample}).`
  return [`## ${tree}/${room}`, '', head, '', ...survivors(notes)].join('\n').trim()
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
