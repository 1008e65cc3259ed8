import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/builds.ts'

const source = join(root, 'miniapp', 'src')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
const read = (file: string) => readFileSync(join(source, file), 'utf8')

test('in the mini-program no import climbs more than once', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter(file => /(?:from|import) '(?:\.\.\/){2}/.test(read(file)))).toEqual([])
})
