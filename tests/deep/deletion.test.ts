import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { complaintsOf, copyHouse } from '../support/scratch-copy.ts'

/** A room is its folders, its doors to others, and its lines in the generated lists. */
const trees = ['shared', 'db', 'api', 'miniapp/src', 'tests', 'bench', 'dev']

let house: ReturnType<typeof copyHouse>
beforeEach(() => {
  house = copyHouse()
})
afterEach(() => house.remove())

const leaveOut = (folder: string, room: string) => {
  for (const tree of trees) rmSync(join(folder, tree, room), { recursive: true, force: true })
  const doors = join(folder, 'tests', 'doors')
  const named = existsSync(doors)
    ? readdirSync(doors, { recursive: true, encoding: 'utf8' }).filter(it => it.split(/[-./]/).includes(room))
    : []
  for (const file of named) rmSync(join(doors, file))
}

test.each(['consultations', 'questions', 'reports'])(
  'without %s the house stands: nothing else has to change',
  room => {
    const { folder } = house
    leaveOut(folder, room)
    expect([
      ...complaintsOf(folder, 'node', 'dev/rooms.ts'),
      ...complaintsOf(folder, 'tsc', '-p', '.'),
      ...complaintsOf(folder, 'tsc', '-p', 'miniapp'),
      ...complaintsOf(folder, 'biome', 'check', '--error-on-warnings', '.'),
      ...complaintsOf(
        folder,
        ...(['depcruise', 'shared', 'db', 'api', 'miniapp/src', '--config', '.dependency-cruiser.cjs'] as const),
      ),
      // What the rooms below offer, and packages, may be wanted by nobody else: they stay until somebody takes them out.
      ...complaintsOf(folder, 'knip', '--no-config-hints', '--include', 'unresolved,unlisted,binaries'),
      // Every address that is named leads to a page.
      ...complaintsOf(folder, 'vitest', 'run', '--project', 'pure', 'architecture/phone'),
    ]).toEqual([])
  },
  1_200_000,
)
