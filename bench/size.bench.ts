import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { buildPages, pagesFolder, root } from '../dev/build.ts'
import { packageSizes } from '../tests/support/weapp/gates.ts'
import { sized } from './bench.ts'
import { heading, holds, table, verdict } from './results.ts'

const limit = 1.44
const subpackageLimit = 300 * 1024

/** One page with one word, configured by nobody: what `taro init` of this version makes for React and TypeScript. */
const hello: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'hello',
    version: '1.0.0',
    browserslist: ['defaults and fully supports es6-module', 'maintained node versions'],
  }),
  'babel.config.js': `module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] }`,
  'tsconfig.json': JSON.stringify({
    compilerOptions: { jsx: 'react-jsx', moduleResolution: 'node', module: 'commonjs' },
  }),
  'project.config.json': JSON.stringify({
    miniprogramRoot: 'dist/',
    appid: 'touristappid',
    compileType: 'miniprogram',
  }),
  'config/index.js': `module.exports = { projectName: 'hello', date: '2026-11-1', designWidth: 750, deviceRatio: { 750: 1 },
    sourceRoot: 'src', outputRoot: 'dist', framework: 'react', compiler: 'webpack5', plugins: [], mini: {} }`,
  'src/app.config.ts': `export default defineAppConfig({ pages: ['pages/index/index'], window: { navigationBarTitleText: 'hello' } })`,
  'src/app.ts': `export default ({ children }: { children: unknown }) => children`,
  'src/pages/index/index.config.ts': `export default definePageConfig({ navigationBarTitleText: 'hello' })`,
  'src/pages/index/index.tsx': `import { Text, View } from '@tarojs/components'
    export default function Index() { return <View><Text>Hello world!</Text></View> }`,
}

/** Our main package beside a bare Taro hello world, built with the very same packages. */
export const bench = sized({
  whole: { minified: 1 },
  tiny: { minified: 0 },
  run: async (_, { minified }) => {
    await buildPages('weapp')
    const ours = packageSizes(pagesFolder('weapp'))
    const bare = await helloSize(minified === 1)
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

const helloSize = async (minified: boolean): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-hello-'))
  try {
    for (const [name, text] of Object.entries(hello)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const taro = join(root, 'node_modules', '.bin', 'taro')
    const env = { ...process.env, NODE_ENV: minified ? 'production' : 'development' }
    await promisify(execFile)(taro, ['build', '--type', 'weapp', '--no-check'], { cwd: folder, env })
    return packageSizes(join(folder, 'dist')).main
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
