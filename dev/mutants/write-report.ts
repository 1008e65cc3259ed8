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
/** Without the way by which a mutant reaches what its file does not import. */
const oneLine = (code: string) =>
  code
    .replace(/process\.getBuiltinModule\([^)]*\)\.createRequire\([^)]*\)\([^)]*\)\./g, '')
    .replace(/\s+/g, ' ')
    .replaceAll('`', '’')
    .trim()
const short = (line: string) => (line.length > 70 ? `${line.slice(0, 69)}…` : line)

const survivors = (notes: readonly Note[]): string[] =>
  notes
    .filter(it => !it.noticed)
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
    .map(it => {
      const [was, is] = changed(it)
      return `- \`${it.file}:${it.line}\` \`${was}\` → \`${is}\`${it.covered ? '' : ' (nobody runs it)'}`
    })

/** They are tried in the order of the draw: what was broken off has seen a smaller share of all files. */
const sampleOf = (notes: readonly Note[], share: number, seed: string): string => {
  const kinds = new Set(notes.map(it => it.kind))
  const alone = [...kinds].every(it => it === 'Sql' || it === 'Query') ? 'of SQL alone, ' : ''
  const most = Math.max(0, ...notes.map(it => it.drawn))
  const seen = most > share * 0.95 ? share : Math.ceil(most * 100) / 100
  return `${alone}${seen === 1 ? 'all mutants' : `a share of ${seen}, seed ${seed}`}`
}

const sectionOf = ({ tree, room, share, seed }: Report): string => {
  const notes = [...readNotes().values()]
    .filter(it => it.file.startsWith(`${tree}/${room}/`))
    .filter(it => it.drawn < Number(share))
  const sample = sampleOf(notes, Number(share), seed)
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
