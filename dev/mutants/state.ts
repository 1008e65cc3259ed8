import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build.ts'

/** One small bug: `was` became `is` at a line (from 1); noticed when a test failed or never came to an end. */
export type Tried = { line: number; was: string; is: string; noticed: boolean; covered: boolean }
/** `key`: of the file, the tests and the sample that this was measured with. */
export type Measured = { key: string; mutants: Tried[] }
/** How the sample is drawn, as it was asked for. */
export type Drawn = { share: string; seed: string }

/** Outside of git: what is known already can be measured again. */
export const cache = join(root, '.cache', 'mutants')
const fileOf = (tree: string, room: string) => join(cache, `${tree.replace('/', '-')}-${room}.json`)

export const readState = (tree: string, room: string): Record<string, Measured> => {
  const file = fileOf(tree, room)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Measured>) : {}
}

export const writeState = (tree: string, room: string, measured: Record<string, Measured>): void => {
  mkdirSync(cache, { recursive: true })
  writeFileSync(fileOf(tree, room), JSON.stringify(measured))
}

export const keyOf = (file: string, tests: readonly string[], { share, seed }: Drawn): string => {
  const hash = createHash('sha256')
    .update(`${share} ${seed}`)
    .update(readFileSync(join(root, file)))
  const found = tests.flatMap(pattern => globSync(pattern, { cwd: join(root, 'tests') })).sort()
  for (const test of found) hash.update(test).update(readFileSync(join(root, 'tests', test)))
  return hash.digest('hex')
}
