import { runCommand } from '@huiyin/api/commands.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { markEmployee } from '@huiyin/db/people/queries.ts'
import { sealPhoneAnew } from '@huiyin/db/people/seal-queries.ts'
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

test('a name in WeCom is one person’s, and no other’s; the service account has names of its own', async () => {
  const { db, keys } = world.outside
  const knownAs = async (openid: string, way: string, name: string) =>
    (
      await runCommand({ db, now: world.clock.now, read: async () => undefined, keys }, [
        'people',
        'contact',
        openid,
        way,
        name,
      ])
    ).ok
  expect(await knownAs('worker', 'wecom', 'li')).toBe(true)
  expect(await knownAs('worker', 'wecom', 'li')).toBe(true)
  expect(await knownAs('worker-mate', 'wecom', 'li')).toBe(false)
  expect(await knownAs('worker-mate', 'service', 'li')).toBe(true)
  expect(await knownAs('worker', 'service', 'li')).toBe(false)
  expect(await knownAs('worker', 'service', 'liu')).toBe(true)
  const names = await rowsOf<{ names: string }>(
    db,
    sql`select concat_ws(' ', openid, wecom_userid, service_openid) as names from people
      where wecom_userid is not null or service_openid is not null order by openid`,
  )
  expect(names.map(it => it.names)).toEqual(['worker li liu', 'worker-mate li'])
})

test('her number goes when she takes it back, and nobody else’s; bound again it is hers', async () => {
  const [resident, neighbour] = [await world.someone('resident'), await world.someone('neighbour')]
  const bind = (who: typeof resident, phone: string) =>
    who.call('bindPhone', { code: world.wechat.control.registerPhoneCode(who.openid, phone) })
  await bind(resident, '13800138000')
  await bind(neighbour, '13900139000')
  await bind(resident, '13800138000')
  expect((await resident.call('getMe', {})).phone).toBe('138****8000')
  await resident.call('removePhone', {})
  expect([(await resident.call('getMe', {})).phone, (await neighbour.call('getMe', {})).phone]).toEqual([
    null,
    '139****9000',
  ])
})

test('a number that she has changed while its seal was renewed is the new one', async () => {
  const { db } = world.outside
  const resident = await world.someone('resident')
  const sealed = async () =>
    (await rowsOf<{ it: string }>(db, sql`select phone_cipher as it from people where id = ${resident.id}::uuid`))[0]
      ?.it
  await resident.call('bindPhone', { code: world.wechat.control.registerPhoneCode('resident', '13800138000') })
  const before = (await sealed()) ?? ''
  await resident.call('bindPhone', { code: world.wechat.control.registerPhoneCode('resident', '13700137000') })
  const after = await sealed()
  await sealPhoneAnew(db, { id: resident.id, before, cipher: 'anew', index: 'anew' })
  expect(await sealed()).toBe(after)
})

test('duties are told in their order, the first first', async () => {
  const { db } = world.outside
  const lead = await world.someone('lead')
  for (const [rank, area] of [
    [3, 't001v2'],
    [-1, 't002v1'],
  ] as const)
    await rowsOf(
      db,
      sql`insert into postings (person_id, role, title, area_id, from_at, rank)
        values (${lead.id}::uuid, 'lead', '网格长', ${area}, '2020-01-01Z', ${rank}::int) returning id`,
    )
  expect((await lead.call('getMe', {})).posts.map(it => it.areaId)).toEqual(['t002v1', 't001v1', 't001v2'])
})
