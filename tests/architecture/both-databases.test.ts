import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { onBothDatabases } from '../support/which-files.ts'

const root = join(import.meta.dirname, '..', '..')
const foldersIn = (tree: string) =>
  readdirSync(join(root, tree), { withFileTypes: true })
    .filter(it => it.isDirectory())
    .map(it => it.name)

test('each room with tables tells its main path on both databases', () => {
  const hasTables = (room: string) => readdirSync(join(root, 'db', room)).some(file => file.endsWith('tables.ts'))
  const rooms = foldersIn('db').filter(hasTables)
  expect(rooms.length).toBeGreaterThan(4)
  // Some rooms are told of by what a report meets in them.
  const told = new Set(onBothDatabases().flatMap(file => file.split('/')))
  expect(rooms.filter(room => !told.has(room))).toEqual([])
})
