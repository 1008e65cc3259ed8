import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Location } from '@stryker-mutator/api/core'
import { root } from '../build.ts'

/**
 * What became of one small bug: at these lines and columns (from 1) stood `was`, and then `is`; `noticed` when a test failed or never
 * came to an end, `covered` when one ran it at all. `drawn`: from 0 to 1, the samples that are larger than that have it. `version` of
 * the file, `tests`: all tests at that time.
 */
export type Note = Bug & { noticed: boolean; covered: boolean; drawn: number; version: string; tests: string }
export type Bug = { file: string; line: number; column: number; kind: string; was: string; is: string }

/** Outside of git: what is known already can be measured again. */
const cache = join(root, '.cache', 'mutants')
const file = join(cache, 'notes.jsonl')

const keyOf = ({ file, line, column, kind, was, is }: Bug) => JSON.stringify([file, line, column, kind, was, is])

/** One process writes, line by line: whatever breaks it off, no line is lost. */
export const addNote = (note: Note): void => {
  mkdirSync(cache, { recursive: true })
  appendFileSync(file, `${JSON.stringify(note)}\n`)
}

/** The last word about each bug of what stands in the sources now. */
export const readNotes = (): Map<string, Note> => {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  const versions = new Map<string, string>()
  const isPresent = (note: Note) => {
    if (!versions.has(note.file)) versions.set(note.file, versionOf(note.file))
    return versions.get(note.file) === note.version
  }
  return new Map(
    lines
      .map(it => JSON.parse(it) as Note)
      .filter(isPresent)
      .map(it => [keyOf(it), it]),
  )
}

/** A new test may notice what went unnoticed; what was noticed once is. `again`: only what went unnoticed. */
export const isToTry = (notes: Map<string, Note>, bug: Bug, tests: string, again: boolean): boolean => {
  const note = notes.get(keyOf(bug))
  return note ? !note.noticed && note.tests !== tests : !again
}

const hashOf = (...texts: string[]) => texts.reduce((hash, it) => hash.update(it), createHash('sha256')).digest()

export const versionOf = (path: string): string => {
  const there = join(root, path)
  return existsSync(there) ? hashOf(readFileSync(there, 'utf8')).toString('hex') : ''
}

export const versionOfTests = (patterns: readonly string[]): string => {
  const found = patterns.flatMap(it => globSync(it, { cwd: join(root, 'tests') })).sort()
  return hashOf(...found.map(it => it + readFileSync(join(root, 'tests', it), 'utf8'))).toString('hex')
}

/** Between 0 and 1; the same for the same bug and seed. */
export const drawOf = (bug: Bug, seed: string): number => hashOf(seed, keyOf(bug)).readUInt32BE(0) / 2 ** 32

type Mutant = { fileName: string; location: Location; mutatorName: string; replacement?: string }

/** Of a mutant that is yet to be tried Stryker counts lines and columns from 0. */
export const bugToBe = ({ location: { start, end }, ...it }: Mutant): Bug => {
  const next = ({ line, column }: Location['start']) => ({ line: line + 1, column: column + 1 })
  return bugOf({ ...it, location: { start: next(start), end: next(end) } })
}

/** The mutant in the terms of the sources, also when it was read in the sandbox. */
export const bugOf = ({ fileName, location, mutatorName, replacement = '' }: Mutant): Bug => {
  const path = relative(root, fileName)
    .split(sep)
    .join('/')
    .replace(/^\.cache\/stryker-\d+\/sandbox-\w+\//, '')
  return {
    file: path,
    line: location.start.line,
    column: location.start.column,
    kind: mutatorName,
    was: textAt(readFileSync(join(root, path), 'utf8'), location),
    is: replacement,
  }
}

const textAt = (source: string, { start, end }: Location): string => {
  const lines = source.split('\n')
  const offset = ({ line, column }: { line: number; column: number }) =>
    lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0) + column - 1
  return source.slice(offset(start), offset(end))
}
