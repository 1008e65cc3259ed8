import { readdirSync } from 'node:fs'
import type { Bench } from './bench.ts'

/** Every bench of this folder by its name. */
export const benches = new Map<string, () => Promise<Bench>>(
  readdirSync(import.meta.dirname)
    .filter(file => file.endsWith('.bench.ts'))
    .map(file => [
      file.slice(0, -'.bench.ts'.length),
      async () => (await import(/* @vite-ignore */ new URL(file, import.meta.url).href)).bench,
    ]),
)
