import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { roomsFile, withDrawings } from '@huiyin/dev/drawings.ts'
import { problems } from '@huiyin/shared/problems.ts'
import { expect, test } from 'vitest'
import { routes } from '../support/world.ts'

const root = join(import.meta.dirname, '..', '..')
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .trim()
  .split('\n')
  .filter(file => existsSync(join(root, file)))
const source = files.filter(file => /^(shared|db|api|miniapp|dev|tests|bench)\/.*\.(ts|tsx|mjs)$/.test(file))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

test('no file is longer than 200 lines', () => {
  const long = source.map(file => [file, read(file).split('\n').length - 1] as const).filter(([, lines]) => lines > 200)
  expect(long).toEqual([])
})

test('no enum, no decorator, no default export where nobody demands one', () => {
  const demanded =
    /(^miniapp\/(src\/.*(index|app)\.tsx?|src\/.*\.config\.ts|config\/.*|src\/app\..*)$)|^api\/index\.ts$|config\.ts$|^tests\/support\/(embedded|postgres)\.ts$/
  const wrong = source.filter(
    file =>
      /^(export )?(const )?enum /m.test(read(file)) || (/^export default /m.test(read(file)) && !demanded.test(file)),
  )
  expect(wrong).toEqual([])
})

test('two routes never answer the same call', () => {
  const calls = Object.values(routes).map(it => `${it.method} ${it.path.replace(/:\w+/g, ':x')}`)
  expect(new Set(calls).size).toBe(calls.length)
})

test('every problem says in short plain Chinese what happened and what to do', () => {
  for (const [code, [, title, advice]] of Object.entries(problems)) {
    expect(title.length + advice.length, code).toBeLessThanOrEqual(40)
    expect(title + advice, code).toMatch(/^[^A-Za-z]*(?:JPG|PNG|MB|PDF)?[^A-Za-z]*(?:JPG|PNG|MB)?[^A-Za-z]*$/)
  }
})

test('the drawing in ROOMS.md is that of the lifecycle table', () => {
  const text = readFileSync(roomsFile, 'utf8')
  expect(withDrawings(text)).toBe(text)
})

test.each([
  ['ROOMS.md', 50],
  ['README.md', 0],
  ['CONTRIBUTING.md', 5],
  ['SECURITY.md', 5],
  ['docs/operations.md', 1],
])('%s names files that are there', (document, least) => {
  const named = [...read(document).matchAll(/`([\w/-]+\.(?:ts|tsx|cjs))`/g)].map(it => it[1] ?? '')
  expect(named.length).toBeGreaterThanOrEqual(least)
  expect(named.filter(name => !files.some(file => file === name || file.endsWith(`/${name}`)))).toEqual([])
})

test('nothing that was committed names a path of one machine', () => {
  const text = files.filter(
    file => /\.(ts|tsx|mjs|cjs|json|md|yml|css|html)$/.test(file) && file !== 'package-lock.json',
  )
  const paths = [['', 'root', ''].join('/'), ['', 'work', ''].join('/'), ['', 'home', 'user'].join('/')]
  expect(text.filter(file => paths.some(path => read(file).includes(path)))).toEqual([])
})
