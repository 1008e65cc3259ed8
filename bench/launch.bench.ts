import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { buildPages, pagesFolder, root } from '../dev/build.ts'
import { sized } from './bench.ts'
import { helloFolder } from './hello.ts'
import { heading, holds, median, percentile, round, table, verdict } from './results.ts'

const limit = 1.5

/** Launch until there is something to show, ours beside a bare Taro hello world, pair by pair, each in a process of its own. */
export const bench = sized({
  whole: { pairs: 15, minified: 1 },
  tiny: { pairs: 1, minified: 0 },
  run: async (_, { pairs, minified }) => {
    await buildPages('weapp')
    const program = await bundled()
    const builds = { hello: await helloFolder(minified === 1), ours: pagesFolder('weapp') }
    const taken: Record<keyof typeof builds, number>[] = []
    for (let n = 0; n < pairs; n++)
      taken.push({ hello: await launch(program, builds.hello), ours: await launch(program, builds.ours) })
    const of = (which: 'hello' | 'ours') => taken.map(it => it[which])
    const ratio = median(taken.map(it => it.ours / it.hello))
    return {
      lines: [
        ...heading('launch'),
        `Node with \`--jitless\`, from before the first script to the first setData of the first page; ${pairs} pairs.`,
        '',
        ...table(
          ['', 'ms, median', 'worst'],
          (['hello', 'ours'] as const).map(it => [it, round(median(of(it))), round(percentile(of(it), 1))]),
        ),
        '',
        `Launch ÷ hello world: ${verdict(ratio, '≤', limit)}.`,
      ],
      passed: holds(ratio, '≤', limit),
    }
  },
})

/** Node reads no TypeScript without its compiler. */
const bundled = async (): Promise<string> => {
  const outfile = join(root, 'node_modules', '.cache', 'huiyin', 'launch-once.mjs')
  const entryPoints = [join(import.meta.dirname, 'launch-once.ts')]
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    external: ['miniprogram-compiler', 'sharp', 'esbuild'],
  })
  return outfile
}

const launch = async (program: string, dist: string): Promise<number> => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--jitless', program, dist])
  return Number(stdout.trim())
}
