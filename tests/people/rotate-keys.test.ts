import { randomUUID } from 'node:crypto'
import { runCommand } from '@huiyin/api/commands.ts'
import { about, type Keys, keysFrom } from '@huiyin/api/core/secrets.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { setPhone } from '@huiyin/db/people/queries.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

const secret = (text: string) => Buffer.alloc(32, text).toString('base64')
const [old, fresh, lost] = [secret('old'), secret('fresh'), secret('lost')]
const worlds: World[] = []
let world: World
beforeEach(async () => {
  world = await openWorld()
  worlds.push(world)
})
afterAll(() => Promise.all(worlds.map(it => it.close())))

/** Somebody whose number was kept by these keys. */
const bound = async (keys: Keys, phone: string) => {
  const { id } = await world.someone(randomUUID())
  const phoneCipher = keys.seal(phone, about.phone(id))
  await setPhone(world.outside.db, id, { phoneCipher, phoneIndex: keys.blindIndex(phone), phoneMask: '138****8000' })
  return id
}
const rotate = (keys: Keys) =>
  runCommand({ db: world.outside.db, now: world.clock.now, read: async () => undefined, keys }, ['keys', 'rotate'])
const kept = async (id: string) =>
  (
    await rowsOf<{ cipher: string | null; index: string | null; mask: string | null }>(
      world.outside.db,
      sql`select phone_cipher as cipher, phone_index as index, phone_mask as mask from people where id = ${id}::uuid`,
    )
  )[0]

test('after a change of the secret every number and group key opens with the new one alone', async () => {
  const ids = await Promise.all(['13800138000', '13900139000'].map(phone => bound(keysFrom(old), phone)))
  await rowsOf(
    world.outside.db,
    sql`insert into robots (area_id, key_cipher) values ('t001', ${keysFrom(old).seal('group', about.robot('t001'))})`,
  )
  const keys = keysFrom(fresh, [lost, old])
  expect(await rotate(keys)).toEqual({
    ok: true,
    text: '已换成新密钥：手机号 2 个，工作群 1 个，法律咨询的文字 0 段、附件 0 个。\n可以去掉 HUIYIN_FORMER_SECRETS 了。',
  })
  const alone = keysFrom(fresh)
  const phones = await Promise.all(ids.map(async id => alone.open((await kept(id))?.cipher ?? '', about.phone(id))))
  expect(phones).toEqual(['13800138000', '13900139000'])
  expect((await kept(ids[0] ?? ''))?.index).toBe(alone.blindIndex('13800138000'))
  const [robot] = await rowsOf<{ key: string }>(world.outside.db, sql`select key_cipher as key from robots`)
  expect(alone.open(robot?.key ?? '', about.robot('t001'))).toBe('group')
  expect((await rotate(alone)).text).toContain('手机号 0 个，工作群 0 个')
})

test('a seal from before keys had names opens with the key it was made by, and gets its name', async () => {
  const keys = keysFrom(old)
  const id = await bound(keys, '13800138000')
  const nameless = `1.${(await kept(id))?.cipher?.slice(keys.sealPrefix.length)}`
  await rowsOf(world.outside.db, sql`update people set phone_cipher = ${nameless} where id = ${id}::uuid`)
  expect(keysFrom(fresh, [lost, old]).open(nameless, about.phone(id))).toBe('13800138000')
  expect((await rotate(keys)).text).toContain('手机号 1 个')
  expect(keys.open((await kept(id))?.cipher ?? '', about.phone(id))).toBe('13800138000')
  expect((await kept(id))?.cipher).toMatch(/^[0-9a-f]{8}\./)
})

test('a number that somebody has bound anew meanwhile stays with them', async () => {
  const before = await bound(keysFrom(old), '13800138000')
  const now = await bound(keysFrom(fresh), '13800138000')
  await rotate(keysFrom(fresh, [old]))
  expect(await kept(before)).toEqual({ cipher: null, index: null, mask: null })
  expect((await kept(now))?.index).toBe(keysFrom(fresh).blindIndex('13800138000'))
})

test('what no key opens is said and left as it is; the rest is done', async () => {
  const [closed, open] = [await bound(keysFrom(lost), '13800138000'), await bound(keysFrom(old), '13900139000')]
  const sealed = await kept(closed)
  const { ok, text } = await rotate(keysFrom(fresh, [old]))
  expect(ok).toBe(false)
  expect(text).toContain('手机号 1 个')
  expect(text).toContain('有 1 个解不开')
  expect(await kept(closed)).toEqual(sealed)
  expect(keysFrom(fresh).open((await kept(open))?.cipher ?? '', about.phone(open))).toBe('13900139000')
  expect(() => keysFrom(fresh).open(sealed?.cipher ?? '', about.phone(closed))).toThrow('not here')
})
