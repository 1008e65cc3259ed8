import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { allow, calm, leak, leftFor } from '@huiyin/tests/alerts/allowing.ts'
import { count, kept, pushed, revoked } from '@huiyin/tests/alerts/pushing.ts'
import { openWorld, refusal, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld({ pushes: true })
})
beforeEach(async () => {
  ;[resident, worker] = (await calm(world, ['resident', 'worker'])) as [Someone, Someone]
})
afterAll(() => world.close())

describe('who takes back a consent', () => {
  const settle = async () => {
    await resident.call('bindPhone', { code: world.wechat.control.registerPhoneCode('resident', '13812345678') })
    await resident.call('setHome', { buildingId: 't001v1g1b1' })
  }
  test.each([
    ['8', [true, false]],
    ['13', [false, true]],
    ['18', [false, true]],
    ['6', [false, false]],
    ['', [false, false]],
    ['8,13', [true, true]],
  ] as const)('for sort %s loses what belongs to it and nothing else', async (sort, [phoneGone, homeGone]) => {
    await settle()
    await worker.call('bindPhone', { code: world.wechat.control.registerPhoneCode('worker', '13900139000') })
    await worker.call('setHome', { buildingId: 't001v1g1b2' })
    await pushed(world, revoked('resident', sort))
    const row = await kept(world, resident)
    expect([row?.phone === null, row?.home === null]).toEqual([phoneGone, homeGone])
    expect(row?.openid).toBe('resident')
    expect((await resident.call('getMe', {})).phone === null).toBe(phoneGone)
    const { phone, home } = await worker.call('getMe', {})
    expect([phone, home?.buildingId]).toEqual(['139****9000', 't001v1g1b2'])
  })
})

describe('who closes the WeChat account', () => {
  const cancel = (openid: string) =>
    pushed(world, {
      event: 'user_authorization_cancellation',
      from: 'platform-account',
      fields: { OpenID: openid, UnionID: 'u' },
    })

  test('leaves the reports as case files and nothing that says who it was', async () => {
    await allow(world, resident, 'done')
    await resident.call('bindPhone', { code: world.wechat.control.registerPhoneCode('resident', '13812345678') })
    await resident.call('setHome', { buildingId: 't001v1g1b1' })
    const { id } = await resident.call('fileReport', leak())
    await cancel('resident')
    expect(await refusal(resident.call('getMe', {}))).toBe('not-signed-in')
    expect(await kept(world, resident)).toEqual({ openid: null, name: '', phone: null, home: null })
    for (const table of ['permits', 'permit_taps', 'permit_accepts']) expect(await count(world, table)).toBe(0)
    const report = await worker.call('getReport', { id })
    expect(report).toMatchObject({ words: leak().words, state: 'filed' })
    await worker.call('acceptReport', { id, eventId: randomUUID() })
    await world.settle()
    const again = await world.someone('resident')
    expect(again.id).not.toBe(resident.id)
    expect(await refusal(again.call('getReport', { id }))).toBe('not-found')
    await world.wechat.control.flush()
  })

  test('loses duties too, and what lay with him climbs', async () => {
    const mate = await world.someone('worker-mate')
    const { id } = await resident.call('fileReport', leak())
    await cancel('worker')
    const { id: next } = await resident.call('fileReport', leak())
    expect((await mate.call('getReport', { id: next })).state).toBe('filed')
    world.clock.forward(24 * 60)
    await world.api.chores()
    const lead = await world.someone('lead')
    expect((await lead.call('getReport', { id })).level).not.toBe('grid')
    const [posts] = await rowsOf<{ n: number }>(
      world.outside.db,
      sql`select count(*)::int as n from postings where person_id = ${worker.id}::uuid and until_at is null`,
    )
    expect(posts?.n).toBe(0)
  })

  test('loses a duty too whose end was set for later', async () => {
    await rowsOf(
      world.outside.db,
      sql`insert into postings (person_id, role, title, area_id, from_at, until_at, rank)
        select ${worker.id}::uuid, role, title, area_id, from_at, ${world.clock.now.toISOString()}::timestamptz + interval '1 month', -1
        from postings where role = 'worker' and area_id = 't001v1g1' limit 1`,
    )
    expect((await resident.call('fileReport', leak())).owner.id).toBe(worker.id)
    await cancel('worker')
    const { owner } = await resident.call('fileReport', leak())
    expect(owner.id).not.toBe(worker.id)
  })

  test('whom nobody knows changes nothing, and is acknowledged', async () => {
    expect((await cancel('nobody-here')).delivered).toBe(true)
    expect((await cancel('')).delivered).toBe(true)
  })
})

test('the permits of somebody else are untouched by any of it', async () => {
  await allow(world, worker, 'task', 2)
  await pushed(world, revoked('resident', '8'))
  world.wechat.control.refuse('resident', [demoTemplateIds.newTask])
  await world.wechat.control.flush()
  expect(await leftFor(worker, 'task')).toBe(2)
})
