import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Bench } from './bench.ts'

const here = import.meta.dirname

/** Every bench by its name, of no room or of one. */
export const benches = new Map<string, () => Promise<Bench>>(
  globSync('{,*/}*.bench.ts', { cwd: here })
    .toSorted()
    .map(file => [
      basename(file, '.bench.ts'),
      async () => (await import(/* @vite-ignore */ pathToFileURL(join(here, file)).href)).bench,
    ]),
)
