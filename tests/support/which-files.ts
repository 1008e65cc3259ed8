import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const tests = join(import.meta.dirname, '..')

/** Test files below the folder of tests that hold this text, so that no list of them has to be kept. */
const testsWith = (text: string): string[] =>
  globSync('*/**/*.test.ts', { cwd: tests, exclude: name => name === 'node_modules' })
    .filter(file => readFileSync(join(tests, file), 'utf8').includes(text))
    .sort()

/** Files with something in them that goes deeper when there is time. */
export const deepTests = () => testsWith('support/depth.ts')

/** What holds the phone that runs the sources to the one that runs the build. */
export const onBothPhones = () => testsWith('/** On both phones')

/** The main path of each room, and what the two databases could do differently: these run on both. */
export const onBothDatabases = () => testsWith('/** On both databases')
