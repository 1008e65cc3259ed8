import { rowsOf } from '@huiyin/db/core/client.ts'
import { enterDays } from '@huiyin/db/grids/calendar-queries.ts'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { file, newest, of, openStories, stateOf, tap, world } from './stories.ts'

openStories()

const enter = (day: string, working: boolean | null) =>
  enterDays(world.outside.db, [{ day, working, name: '临时' }], world.clock.now)
const inTown = (text: string) => new Date(`${text}+08:00`)
const eventsOf = async (id: string) => (await stateOf(id)).history.map(it => it.event)
const dueOf = async (id: string) => new Date((await stateOf(id)).dueAt ?? 0)

beforeEach(async () => {
  await rowsOf(world.outside.db, sql`delete from calendar_days`)
  world.clock.now = inTown('2026-11-24T19:50')
})

test('a day off that is entered later puts off the next step of the staff, who hear of it; what she was promised stays', async () => {
  const id = await file({ words: '路灯不亮' })
  const promised = (await stateOf(id)).resolveBy
  expect(await dueOf(id)).toEqual(inTown('2026-11-25T08:20'))
  world.clock.forward(1)
  await enter('2026-11-25', false)
  await Promise.all([world.api.chores(), world.api.chores()])
  expect(await dueOf(id)).toEqual(inTown('2026-11-26T08:20'))
  expect((await stateOf(id)).resolveBy).toBe(promised)
  expect(await eventsOf(id)).toEqual(['file', 'days'])
  expect(await newest('worker', id)).toMatchObject({
    kind: 'task-days',
    text: expect.stringContaining('11月26日 08:20'),
  })
  world.clock.now = inTown('2026-11-25T09:00')
  await world.api.chores()
  expect(await eventsOf(id)).toEqual(['file', 'days'])
})

test('taken back, it stands where it stood; and what is entered behind a deadline moves nothing', async () => {
  const id = await file({ words: '路灯不亮' })
  for (const working of [false, null]) {
    await enter('2026-11-25', working)
    await world.api.chores()
  }
  await enter('2026-11-27', false)
  await world.api.chores()
  expect(await dueOf(id)).toEqual(inTown('2026-11-25T08:20'))
  expect(await eventsOf(id)).toEqual(['file', 'days', 'days'])
})

test('whoever files after the day was entered is reckoned with it once', async () => {
  await enter('2026-11-25', false)
  const id = await file({ words: '路灯不亮' })
  await world.api.chores()
  expect(await dueOf(id)).toEqual(inTown('2026-11-26T08:20'))
  expect(await eventsOf(id)).toEqual(['file'])
})

test('an urgent matter runs day and night: no day moves it, and nobody is told', async () => {
  const id = await file({ words: '水管漏水', danger: true })
  const due = await dueOf(id)
  await enter('2026-11-25', false)
  await world.api.chores()
  expect([await dueOf(id), await eventsOf(id)]).toEqual([due, ['file']])
})

test('her own answer gets more time when a day off comes in between, and never less', async () => {
  await rowsOf(
    world.outside.db,
    sql`insert into deadlines (scope, urgency, stage, minutes, clock) values ('t001', 'slow', 'confirm', 2880, 'workdays')`,
  )
  world.clock.now = inTown('2026-11-25T10:00')
  const id = await file({ words: '路灯不亮' })
  await of('worker').call('acceptReport', tap(id))
  const photo = await of('worker').upload()
  await of('worker').call('resolveReport', { ...tap(id), words: '换好了', photoIds: [photo.id] })
  const before = await dueOf(id)
  world.clock.forward(1)
  await enter('2026-11-26', false)
  await world.api.chores()
  const longer = await dueOf(id)
  expect(longer.getTime()).toBeGreaterThan(before.getTime())
  expect(await newest('resident', id)).toMatchObject({ kind: 'report-days' })
  await enter('2026-11-28', true)
  await world.api.chores()
  expect(await dueOf(id)).toEqual(longer)
})
