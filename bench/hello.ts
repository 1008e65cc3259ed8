import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../dev/build.ts'

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

const built = new Map<boolean, Promise<string>>()

/** Folder of a bare Taro hello world, built once with the very same packages as ours; it goes with this process. */
export const helloFolder = (minified: boolean): Promise<string> => {
  const known = built.get(minified) ?? buildHello(minified)
  built.set(minified, known)
  return known
}

const buildHello = async (minified: boolean): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-hello-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(hello)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const taro = join(root, 'node_modules', '.bin', 'taro')
  const env = { ...process.env, NODE_ENV: minified ? 'production' : 'development' }
  await promisify(execFile)(taro, ['build', '--type', 'weapp', '--no-check'], { cwd: folder, env })
  return join(folder, 'dist')
}
