import { rowsOf } from '@huiyin/db/core/client.ts'
import { markEmployee } from '@huiyin/db/people/queries.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('her home is hers: nobody else moves with her', async () => {
  const [resident, neighbour] = [await world.someone('resident'), await world.someone('neighbour')]
  await neighbour.call('setHome', { buildingId: 't001v1g1b2' })
  await resident.call('setHome', { buildingId: 't001v1g1b1' })
  expect((await resident.call('getMe', {})).home?.buildingId).toBe('t001v1g1b1')
  expect((await neighbour.call('getMe', {})).home?.buildingId).toBe('t001v1g1b2')
})

test('who agrees to staff messages agrees for himself alone', async () => {
  const { db } = world.outside
  const [worker, mate] = [await world.someone('worker'), await world.someone('worker-mate')]
  const agreed = () =>
    rowsOf<{ id: string }>(db, sql`select id from people where employee_at is not null order by openid`).then(rows =>
      rows.map(row => row.id),
    )
  await markEmployee(db, worker.id, world.clock.now)
  expect(await agreed()).toEqual([worker.id])
  await markEmployee(db, mate.id, world.clock.now)
  await markEmployee(db, worker.id, null)
  expect(await agreed()).toEqual([mate.id])
})
