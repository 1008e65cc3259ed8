import { runCommand } from '@huiyin/api/commands.ts'
import { bringUpPostgres } from '@huiyin/db/bring-up.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everythingBroken } from '../support/broken.ts'
import { openAsLeft } from '../support/upgrade-database.ts'
import { openOldTown, readOldTown, readRelease, storeOf } from '../support/upgrade-release.ts'
import type { World } from '../support/world.ts'
import { inOrder, lasting } from './excused.ts'
import { goesOn, openMattersOf } from './further.ts'
import { readAll, signedIn } from './reading.ts'
import { again } from './telling.ts'

// Thousands of requests, one after another; a busy machine may take its time.
const slow = 180_000

const release = readRelease()
const town = readOldTown()
let world: World
beforeAll(async () => {
  const left = await openAsLeft(release, town)
  await bringUpPostgres(left.url)
  world = await openOldTown(left, { kept: storeOf(town), at: release.at, quiet: true })
}, slow)
afterAll(() => world.close())

const verify = () => {
  const { db, keys } = world.outside
  return runCommand({ db, keys, now: world.clock.now, read: async () => undefined }, ['history', 'verify'])
}

test('after the upgrade every history is still as it was written', async () => {
  expect(await verify()).toMatchObject({ ok: true })
})

test(
  'whoever sends an old request again hears what he heard before the upgrade, byte for byte',
  async () => {
    const changed = []
    for (const it of town.sent) {
      const now = lasting(it.path, await again(await signedIn(world, it.by), it))
      const before = lasting(it.path, it.again)
      if (now !== before) changed.push({ by: it.by, asked: `${it.method} ${it.path}`, before, now })
    }
    expect(changed).toEqual([])
  },
  slow,
)

test(
  'everybody reads of every matter, on every list and every desk what he read before',
  async () => {
    const heard = await readAll(world, town.readings)
    const changed = town.readings.flatMap(({ by, path, heard: old }, n) => {
      const [before, now] = [old, heard[n]?.heard ?? ''].map(it => inOrder(lasting(path, it)))
      return before === now ? [] : [{ by, path, before, now }]
    })
    expect(changed).toEqual([])
  },
  slow,
)

test(
  'every open matter goes on by one step, and the clock after it',
  async () => {
    const stuck = []
    for (const matter of openMattersOf(town.dump)) if (!(await goesOn(world, matter))) stuck.push(matter)
    expect(stuck).toEqual([])
    for (let day = 0; day < 3; day++) {
      world.clock.forward(24 * 60)
      await world.api.chores()
    }
    expect(await everythingBroken(world.outside.db)).toEqual([])
    expect(await verify()).toMatchObject({ ok: true })
  },
  slow,
)
