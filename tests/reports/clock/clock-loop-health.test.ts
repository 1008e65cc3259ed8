import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, type Town } from '../cast.ts'
import { change, loseHistory, operator, ready } from './clock-town.ts'

/** `/readyz` tells whether the clocks go, whichever process runs them. Each test leaves the clocks well. */
/** Urgent: its clock runs day and night. */
const words = '燃气味很重'
let town: Town
beforeAll(async () => {
  town = await openCast()
})
afterAll(() => town.world.close())

test('before the first round ever nothing is red, but not for ever', async () => {
  const { world, file } = town
  await file({ words })
  world.clock.forward(40)
  expect(await ready(world)).toMatchObject({ status: 200, clocks: { troubles: [] } })
  world.clock.forward(5.1)
  expect((await ready(world)).status).toBe(503)
  await world.api.chores()
  expect((await ready(world)).status).toBe(200)
})

test('a clock that fails two rounds in a row turns it red, with the reason, and one good round green again; others go on', async () => {
  const { world, file, stateOf } = town
  const id = await file({ words })
  // Whatever else reads the table fails beside it.
  const round = () => world.api.chores().catch(() => undefined)
  await change(world, 'alter table bookings rename to bookings_of_another_version')
  world.clock.forward(40)
  await round()
  expect((await stateOf(id)).level).toBe('community')
  await round()
  const { status, ok, clocks } = await ready(world)
  expect([status, ok]).toEqual([503, false])
  expect(clocks.troubles).toContainEqual(
    expect.objectContaining({ clock: 'booking-deadlines', why: 'failed', code: '42P01' }),
  )
  expect(clocks.troubles.map(it => it.clock)).not.toContain('report-deadlines')
  expect((await world.anybody('/healthz')).status).toBe(200)
  await change(world, 'alter table bookings_of_another_version rename to bookings')
  await world.api.chores()
  expect(await ready(world)).toMatchObject({ status: 200, ok: true, clocks: { troubles: [] } })
})

test('one round that fails is no alarm', async () => {
  const { world } = town
  await change(world, 'alter table waitlist rename to waitlist_of_another_version')
  await world.api.chores()
  await change(world, 'alter table waitlist_of_another_version rename to waitlist')
  expect((await ready(world)).status).toBe(200)
})

test('another chore that fails twice in a row is told too', async () => {
  const { world } = town
  await change(world, 'alter table quota_windows rename to quotas_of_another_version')
  for (let n = 0; n < 2; n++) await expect(world.api.chores()).rejects.toThrow()
  expect(await ready(world)).toMatchObject({ status: 503, clocks: { troubles: [{ clock: 'quotas', why: 'failed' }] } })
  await change(world, 'alter table quotas_of_another_version rename to quota_windows')
  await world.api.chores()
  expect((await ready(world)).status).toBe(200)
})

test('what is due for more than five minutes turns it red until it is done', async () => {
  const { world, file, stateOf, who } = await openCast()
  const id = await file({ words })
  await who.worker.call('markRead', { matterId: id })
  await world.settle()
  await world.api.chores()
  const { dueAt } = await stateOf(id)
  const over = (Date.parse(dueAt ?? '') - world.clock.now.getTime()) / 60_000
  world.clock.forward(over + 5)
  expect(await ready(world)).toMatchObject({ status: 200, clocks: { lagSeconds: 300 } })
  world.clock.forward(0.1)
  expect(await ready(world)).toMatchObject({
    status: 503,
    clocks: { troubles: [{ clock: 'report-deadlines', why: 'late', lagSeconds: 306 }] },
  })
  await world.api.chores()
  expect(await ready(world)).toMatchObject({ status: 200, clocks: { lagSeconds: 0, setAside: 0 } })
  await world.close()
})

test('what is set aside is counted, and is no lag', async () => {
  const { world, file } = town
  const mend = await loseHistory(world, await file({ words }))
  world.clock.forward(40)
  await world.api.chores()
  await operator(world)('clock', 'retry')
  expect(await ready(world)).toMatchObject({ status: 200, clocks: { lagSeconds: 0, setAside: 1, troubles: [] } })
  world.clock.forward(0.5)
  expect((await ready(world)).clocks.setAside).toBe(1)
  await mend()
  await world.api.chores()
})
