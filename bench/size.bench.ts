import { buildPages, pagesFolder } from '../dev/build.ts'
import { packageSizes } from '../tests/support/weapp/gates.ts'
import { sized } from './bench.ts'
import { helloFolder } from './hello.ts'
import { heading, holds, table, verdict } from './results.ts'

const limit = 1.44
const subpackageLimit = 300 * 1024

/** Our main package beside a bare Taro hello world, built with the very same packages. */
export const bench = sized({
  whole: { minified: 1 },
  tiny: { minified: 0 },
  run: async (_, { minified }) => {
    await buildPages('weapp')
    const ours = packageSizes(pagesFolder('weapp'))
    const bare = packageSizes(await helloFolder(minified === 1)).main
    const subpackages = Object.entries(ours.subpackages)
    const large = subpackages.filter(([, bytes]) => bytes > subpackageLimit)
    return {
      lines: [
        ...heading('size'),
        ...table(
          ['', 'bytes'],
          [
            ['hello world', bare],
            ['main package', ours.main],
            ...subpackages.map(([name, bytes]) => [`subpackage ${name}`, bytes]),
          ],
        ),
        '',
        `Main package ÷ hello world: ${verdict(ours.main / bare, '≤', limit)}. Subpackages of at most ${subpackageLimit} bytes: ${large.length === 0 ? 'passed' : `**MISSED** by ${large.map(([name]) => name).join(', ')}`}.`,
      ],
      passed: holds(ours.main / bare, '≤', limit) && large.length === 0,
    }
  },
})
