import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { codeOf } from '@huiyin/db/core/errors.ts'
import { openWorld, refusal, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

const number = '13800138000'
let world: World
let resident: Someone
let worker: Someone
let id: string
beforeAll(async () => {
  world = await openWorld()
  worker = await world.someone('worker')
})
beforeEach(async () => {
  resident = await world.someone(randomUUID())
  id = (await resident.call('fileReport', { id: randomUUID(), words: '路灯不亮', buildingId: 't001v1g1b1' })).id
  await worker.call('acceptReport', tap())
})
afterAll(() => world.close())

const tap = () => ({ id, eventId: randomUUID() })
const bind = (who: Someone, phone = number) =>
  who.call('bindPhone', { code: world.wechat.control.registerPhoneCode(who.openid, phone) })
const reveal = (more: object = {}) => worker.call('revealReporter', { ...tap(), reason: '需要上门，电话联系', ...more })

test('a phone is shown masked, to its owner too, and lies sealed in the database', async () => {
  expect((await bind(resident)).phone).toBe('138****8000')
  const dump = await rowsOf<{ all: string }>(world.outside.db, sql`select p::text as all from people p`)
  expect(dump.map(row => row.all).join()).not.toContain(number)
  const [row] = await rowsOf<{ phone_cipher: string; phone_index: string }>(
    world.outside.db,
    sql`select phone_cipher, phone_index from people where id = ${resident.id}::uuid`,
  )
  expect(row?.phone_cipher).toMatch(/^[0-9a-f]{8}\.[\w-]{40,}$/)
  expect(row?.phone_index).toMatch(/^[\w-]{43}$/)
})

test('the same number sealed twice looks different, and its index is not a plain hash of it', async () => {
  const { keys } = world.outside
  expect(keys.seal(number, 'people.phone x')).not.toBe(keys.seal(number, 'people.phone x'))
  expect(keys.blindIndex(number)).toBe(keys.blindIndex(number))
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(number))
  expect(keys.blindIndex(number)).not.toBe(Buffer.from(hash).toString('base64url'))
})

test('a sealed phone moved to another person, or changed by a bit, does not open and tells nothing', async () => {
  await bind(resident)
  const other = await world.someone('other')
  await bind(other, '13900139000')
  await rowsOf(
    world.outside.db,
    sql`update people set phone_cipher = (select phone_cipher from people where id = ${other.id}::uuid) where id = ${resident.id}::uuid`,
  )
  expect(await refusal(reveal())).toBe('bug')
  const sealed = world.outside.keys.seal(number, 'people.phone x')
  const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
  expect(() => world.outside.keys.open(changed, 'people.phone x')).toThrow()
  expect(() => world.outside.keys.open(sealed, 'people.name x')).toThrow()
})

test('the owner of the matter sees the number only with a reason, and she sees who looked and why', async () => {
  await bind(resident)
  for (const reason of ['', '   ', undefined, 'x'.repeat(61)])
    expect(await refusal(reveal({ reason }))).toBe('bad-input')
  expect((await resident.call('listLooks', {})).items).toEqual([])
  expect(await reveal()).toEqual({ phone: number })
  const look = { by: '网格员 李秀兰', reason: '需要上门，电话联系' }
  expect((await resident.call('listLooks', {})).items).toMatchObject([{ ...look, matterId: id }])
  expect((await resident.call('getReport', { id })).looks).toMatchObject([look])
})

test('a look that is repeated is one look, with another reason it is refused', async () => {
  await bind(resident)
  const look = { ...tap(), reason: '需要上门' }
  await worker.call('revealReporter', look)
  await worker.call('revealReporter', look)
  expect((await resident.call('listLooks', {})).items).toHaveLength(1)
  expect(await refusal(worker.call('revealReporter', { ...look, reason: '随便看看' }))).toBe('id-reused')
})

test('the list of looks cannot be changed or emptied', async () => {
  await bind(resident)
  await reveal()
  for (const statement of [sql`delete from looks`, sql`update looks set reason = '无'`]) {
    const failure = await rowsOf(world.outside.db, statement).catch((error: unknown) => error)
    expect(codeOf(failure)).toBe('23001')
  }
  expect((await resident.call('listLooks', {})).items).toHaveLength(1)
})

test('without a number there is nothing to see, and nobody is written down as having seen it', async () => {
  expect(await reveal()).toEqual({ phone: null })
  expect((await resident.call('listLooks', {})).items).toEqual([])
})

test('nobody but the owner of the matter sees it, not the lead above nor the neighbour beside', async () => {
  await bind(resident)
  for (const [openid, code] of [
    ['lead', 'not-allowed'],
    ['officer', 'not-allowed'],
    ['worker-mate', 'not-allowed'],
    ['worker-next-grid', 'not-found'],
    ['stranger', 'not-found'],
    ['admin', 'not-found'],
  ] as const) {
    const who = await world.someone(openid)
    expect(await refusal(who.call('revealReporter', { ...tap(), reason: '看看' }))).toBe(code)
  }
  expect((await resident.call('listLooks', {})).items).toEqual([])
})

test('a number belongs to one account: bound elsewhere it leaves the first', async () => {
  await bind(resident)
  const newAccount = await world.someone('new-account')
  await bind(newAccount)
  expect((await resident.call('getMe', {})).phone).toBeNull()
  expect((await newAccount.call('getMe', {})).phone).toBe('138****8000')
})

test('a number taken back is gone: mask, seal and index', async () => {
  await bind(resident)
  expect((await resident.call('removePhone', {})).phone).toBeNull()
  expect(await reveal()).toEqual({ phone: null })
  const rows = await rowsOf(
    world.outside.db,
    sql`select 1 from people where id = ${resident.id}::uuid and (phone_cipher is not null or phone_index is not null or phone_mask is not null)`,
  )
  expect(rows).toEqual([])
})
