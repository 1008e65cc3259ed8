import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type Someone } from '../support/world.ts'
import { openChecking, path } from './checking.ts'

/** The check of a photo when WeChat does not answer, or cannot be asked: nothing is lost, and in the end a person looks. */
let on: Awaited<ReturnType<typeof openChecking>>
let resident: Someone
beforeAll(async () => {
  on = await openChecking()
})
beforeEach(async () => {
  resident = await on.begin()
})
afterAll(() => on.world.close())

test.each([
  ['busy', { errcode: -1 }],
  ['at its limit', { errcode: 44991 }],
  ['broken', { http: 500 }],
  ['cut off', { reset: true }],
])('while WeChat is %s the photo is safe and asked about later, less and less often', async (_, fault) => {
  on.world.wechat.control.inject({ path, ...fault, times: 2 })
  const id = await on.send(resident)
  expect(await on.checkOf(id)).toMatchObject({ state: 'waiting', tries: 1 })
  await on.passMinutes(0.5)
  expect(await on.checkOf(id)).toMatchObject({ tries: 1 })
  await on.passMinutes(0.5)
  expect(await on.checkOf(id)).toMatchObject({ state: 'waiting', tries: 2 })
  await on.passMinutes(1)
  expect(await on.checkOf(id)).toMatchObject({ tries: 2 })
  await on.passMinutes(1)
  expect(await on.checkOf(id)).toMatchObject({ state: 'asked', tries: 3 })
})

test.each([61010, 40003, 43104])('a person of whom WeChat knows nothing today (%i): a human looks', async errcode => {
  on.world.wechat.control.inject({ path, errcode })
  expect(await on.checkOf(await on.send(resident))).toMatchObject({ state: 'review', tries: 1 })
})

test('after five failures, or two hours after the photo came, nobody is asked any more', async () => {
  on.world.wechat.control.inject({ path, http: 500, times: 100 })
  const id = await on.send(resident)
  for (let n = 0; n < 8; n++) await on.passMinutes(10)
  expect(await on.checkOf(id)).toMatchObject({ state: 'review', tries: 5 })
  expect(on.questions()).toHaveLength(5)
  const late = await on.send(resident)
  await on.passMinutes(121)
  expect(await on.checkOf(late)).toMatchObject({ state: 'review' })
  expect(on.questions()).toHaveLength(6)
})

test('somebody without a WeChat account is not asked about', async () => {
  const id = await on.send(resident)
  await rowsOf(
    on.world.outside.db,
    sql`update photos set check_state = 'waiting', check_due_at = stored_at where id = ${id}::uuid`,
  )
  await rowsOf(on.world.outside.db, sql`update people set openid = null where id = ${resident.id}::uuid`)
  await on.world.api.chores()
  expect(await on.checkOf(id)).toMatchObject({ state: 'none' })
  expect(on.questions()).toHaveLength(1)
})

test('a service that the world cannot reach asks nobody: a human looks', async () => {
  const own = await openWorld()
  const photo = await (await own.someone('resident')).upload()
  await own.settle()
  const rows = await rowsOf(own.outside.db, sql`select check_state as state from photos where id = ${photo.id}::uuid`)
  expect(rows).toEqual([{ state: 'review' }])
  expect(own.wechat.control.calls().filter(it => it.path === path)).toEqual([])
  await own.close()
})
