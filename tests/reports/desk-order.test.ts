import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, type Town } from './cast.ts'

let town: Town
beforeAll(async () => {
  town = await openCast()
})
afterAll(() => town.world.close())

const desk = 't001v1g1'
const idsOf = async (show: 'all' | 'open' | 'late', limit = 50) =>
  (await town.who.worker.call('listDesk', { desk, show, limit })).items.map(it => it.id)

test('what is open stands by its next deadline, the newest of all by its filing, page by page the same', async () => {
  const { world, who, file, tap } = town
  const slow = await file({ words: '想问个事' })
  world.clock.forward(1)
  const urgent = await file({ words: '水管漏水' })
  world.clock.forward(1)
  const usual = await file({ words: '楼道里堆着垃圾' })
  await who.worker.call('acceptReport', tap(usual))
  const byDeadline = async () => (await who.worker.call('listDesk', { desk, show: 'open' })).items.map(it => it.dueAt)
  const due = await byDeadline()
  expect(due).toHaveLength(3)
  expect(due).toEqual([...due].sort())
  expect(await idsOf('all')).toEqual([usual, urgent, slow])
  const paged: string[] = []
  let cursor: string | undefined
  do {
    const page = await who.worker.call('listDesk', { desk, show: 'open', limit: 1, cursor })
    paged.push(...page.items.map(it => it.id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(paged).toEqual(await idsOf('open'))
})

test('the desk counts to 99 and no further', async () => {
  const { world, who } = town
  const countOf = () => who.worker.call('countDesk', { desk }).then(it => it.waiting)
  const before = await countOf()
  const copies = (many: number) =>
    rowsOf(
      world.outside.db,
      sql`insert into reports select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', 'N' || gen_random_uuid()))).*
        from reports r, generate_series(1, ${many}::int) where r.id = (select id from reports where state = 'filed' order by id limit 1)`,
    )
  await copies(98 - before)
  expect(await countOf()).toBe(98)
  await copies(1)
  expect(await countOf()).toBe(99)
  await copies(1)
  expect(await countOf()).toBe(99)
})

test('who held the duty once is named with the duty that he has now', async () => {
  const { world, who, file } = town
  await rowsOf(
    world.outside.db,
    sql`insert into postings (person_id, role, title, area_id, from_at, until_at, rank)
      select person_id, role, '旧称呼', area_id, from_at - interval '1 year', from_at, -1 from postings where person_id = ${who.worker.id}::uuid`,
  )
  const id = await file()
  expect((await who.resident.call('getReport', { id })).owner).toMatchObject({ title: '网格员', name: '李秀兰' })
  expect((await who.worker.call('getMe', {})).posts).toHaveLength(1)
})

test('who looks around is not shown what she has filed herself, nor what is over', async () => {
  const { who, tap } = town
  const spot = { point: { lng: 117.2076, lat: 31.5036 }, buildingId: undefined }
  const near = async (name: 'resident' | 'neighbour') =>
    (await who[name].call('listNearby', spot.point)).items.map(it => it.id)
  const id = await town.file({ ...spot, id: randomUUID() })
  expect(await near('neighbour')).toEqual([id])
  expect(await near('resident')).toEqual([])
  await who.resident.call('withdrawReport', tap(id))
  expect(await near('neighbour')).toEqual([])
})

test('who looks around is shown only what she can join, and goes on seeing what she has joined', async () => {
  const { who, tap } = town
  const spot = { point: { lng: 117.2076, lat: 31.5036 }, buildingId: undefined }
  const near = async (name: 'neighbour' | 'supervisor') =>
    (await who[name].call('listNearby', spot.point)).items.map(it => it.id)
  const id = await town.file({ ...spot, id: randomUUID() })
  await who.neighbour.call('joinReport', tap(id))
  await town.resolve(id)
  expect(await near('supervisor')).toEqual([])
  expect(await near('neighbour')).toEqual([id])
})
