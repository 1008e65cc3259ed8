import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { refusal, type Someone } from '../support/world.ts'
import { openCast, type Town } from './cast.ts'

/** Who files, for whom, who mends it and who says that it is mended are told apart. */
let town: Town
let chief: Someone
beforeAll(async () => {
  town = await openCast()
  chief = await town.world.someone('chief')
  const code = town.world.wechat.control.registerPhoneCode('neighbour', '13800138000')
  await town.who.neighbour.call('bindPhone', { code })
})
beforeEach(() => town.restart())
afterAll(() => town.world.close())

const place = { words: '楼道里的灯坏了', buildingId: 't001v1g1b1' }
const files = async (by: Someone, more: object) => {
  town.world.clock.forward(1 / 60)
  const { id } = await by.call('fileReport', { id: randomUUID(), ...place, ...more })
  return id
}
const mend = async (by: Someone, id: string) => {
  await by.call('acceptReport', town.tap(id))
  await by.call('resolveReport', { ...town.tap(id), words: '修好了', photoIds: [(await by.upload()).id] })
}
const confirm = (by: Someone, id: string) => by.call('confirmReport', { ...town.tap(id), rating: 'good' })

test('a worker who files, accepts and solves his own matter does not confirm it: the village looks', async () => {
  const { who } = town
  const id = await files(who.worker, {})
  await mend(who.worker, id)
  expect(await refusal(confirm(who.worker, id))).toBe('not-allowed')
  expect(await town.alertsOf('lead', id)).toContain('task-confirm')
  await who.lead.call('confirmReport', town.tap(id))
  expect((await who.worker.call('getReport', { id })).history.at(-1)).toMatchObject({
    event: 'confirm',
    by: '网格长 赵明',
  })
})

test('what the worker found on a round the village confirms, or a neighbour who joined; and nobody is asked a week later', async () => {
  const { who } = town
  const id = await files(who.worker, { source: 'patrol' })
  await mend(who['worker-mate'], id)
  expect(await refusal(confirm(who.worker, id))).toBe('not-allowed')
  expect(await refusal(confirm(who['worker-mate'], id))).toBe('not-allowed')
  expect((await who.lead.call('getReport', { id })).can).toContain('confirm')
  await confirm(who.lead, id)
  await town.days(8)
  await town.world.api.chores()
  expect((await who.worker.call('getReport', { id })).asksStill).toBe(false)
})

test('a round is only for who holds a post there', async () => {
  const { who } = town
  for (const source of ['patrol', 'call'] as const)
    for (const by of [who.resident, who['worker-next-grid'], chief])
      expect(await refusal(files(by, { source }))).toBe('not-allowed')
})

test('rounds have a limit of their own, above that of a resident', async () => {
  const { who } = town
  for (let n = 0; n < reportLimits.staffFiledPerHour; n++)
    expect(await refusal(files(who.officer, { source: 'patrol', buildingId: 'nowhere' }))).toBe('place-unknown')
  expect(await refusal(files(who.officer, { source: 'patrol' }))).toBe('too-many')
  await files(who.officer, {})
})

test('a chief files for a neighbour who agreed: she hears, reads it as hers, and has the last word', async () => {
  const { who } = town
  const id = await files(chief, { source: 'proxy', agreed: true, forPhone: '13800138000' })
  expect(await town.alertsOf('neighbour', id)).toEqual(['report-filed-for'])
  expect(await town.stateOf(id, 'neighbour')).toMatchObject({ mine: true, source: 'proxy', words: place.words })
  expect((await town.stateOf(id, 'neighbour')).history[0]?.by).toBe('栋长')
  await mend(who.worker, id)
  expect(await town.alertsOf('neighbour', id)).toContain('report-resolved')
  expect(await refusal(confirm(chief, id))).toBe('not-allowed')
  await confirm(who.neighbour, id)
  expect((await who.neighbour.call('listMyReports', {})).items.map(it => it.id)).toContain(id)
})

test('nothing is filed for somebody who was not asked', async () => {
  expect(await refusal(files(town.who.resident, { source: 'proxy', forPhone: '13800138000' }))).toBe('consent-needed')
})

test('for somebody without an account the village goes to look; unanswered it stays unanswered', async () => {
  const { who } = town
  const id = await files(chief, { source: 'proxy', agreed: true, forPhone: '13900139000' })
  await mend(who.worker, id)
  expect(await town.alertsOf('lead', id)).toContain('task-confirm')
  const other = await files(who.worker, { source: 'call' })
  await mend(who['worker-mate'], other)
  await town.days(8)
  await town.world.api.chores()
  expect((await who.worker.call('getReport', { id: other })).history.map(it => it.event)).not.toContain('confirm')
})

test('a chief finds what is open in the building, without a neighbour’s words, and nothing of the next one', async () => {
  const id = await files(town.who.resident, { words: '我姓王，五楼漏水' })
  const desk = (name: string) => chief.call('listDesk', { desk: name, show: 'all', limit: 50 })
  const found = await desk('t001v1g1b1')
  expect(found.items.map(it => it.id)).toContain(id)
  expect(JSON.stringify(found)).not.toContain('我姓王')
  expect(JSON.stringify(await chief.call('getReport', { id }))).not.toContain('我姓王')
  expect(await refusal(desk('t001v1g1b2'))).toBe('not-allowed')
  expect(await refusal(chief.call('acceptReport', town.tap(id)))).toBe('not-allowed')
})

test('a staff member who looked for her rates nobody', async () => {
  const { who, world } = town
  const id = await files(who.worker, { source: 'patrol' })
  await mend(who.worker, id)
  await confirm(who.lead, id)
  expect(await rowsOf(world.outside.db, sql`select from report_ratings where report_id = ${id}::uuid`)).toEqual([])
})

test('the same filing sent twice by an old phone gets the same receipt', async () => {
  const input = { id: randomUUID(), ...place }
  const first = await town.who.resident.call('fileReport', input)
  expect(await town.who.resident.call('fileReport', input)).toEqual(first)
})
