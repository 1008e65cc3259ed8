import { randomUUID } from 'node:crypto'
import { runCommand } from '@huiyin/api/commands.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type Someone, type World } from '../support/world.ts'

/** No notice names the days off of 2029 yet, so nothing in it is certain. */
let world: World
let resident: Someone
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const at = async (text: string) => {
  world.clock.now = new Date(`${text}+08:00`)
  resident = await world.someone('resident')
}
const file = (words: string) => resident.call('fileReport', { id: randomUUID(), words, buildingId: 't001v1g1b1' })
const days = (...words: string[]) =>
  runCommand({ db: world.outside.db, now: world.clock.now, read: async () => undefined, keys: world.outside.keys }, [
    'days',
    ...words,
  ])
const missing = async () => ((await (await world.anybody('/readyz')).json()) as { daysMissing: string[] }).daysMissing

test('a deadline in a year without days off is marked, on the receipt and on the matter', async () => {
  await at('2029-01-02T10:00')
  const receipt = await file('楼道堆了杂物')
  expect(receipt.daysUnknown).toBe(true)
  expect((await resident.call('getReport', { id: receipt.id })).daysUnknown).toBe(true)
})

test('an urgent matter runs day and night: its deadlines are certain in any year', async () => {
  await at('2029-01-02T10:00')
  const receipt = await file('水管漏水')
  expect(receipt.daysUnknown).toBe(false)
  expect((await resident.call('getReport', { id: receipt.id })).daysUnknown).toBe(false)
})

test('in a published year nothing is marked', async () => {
  await at('2026-11-24T10:00')
  const receipt = await file('楼道堆了杂物')
  expect(receipt.daysUnknown).toBe(false)
})

test('once the administrator has entered the days, they count and the mark goes', async () => {
  await at('2029-01-01T09:00')
  expect(await days('set', '2029-01-01', 'off', '元旦')).toEqual({ ok: true, text: '已录入：2029-01-01 放假。' })
  await days('set', '2029-02-13', 'off', '春节')
  expect(await days('remove', '2029-02-13')).toMatchObject({ ok: true })
  const receipt = await file('楼道堆了杂物')
  expect(receipt).toMatchObject({ daysUnknown: false, acceptBy: '2029-01-02T00:30:00.000Z' })
  expect((await days('list', '2029')).text).toBe('2029 年：放假通知还没有内置，录入了 1 天。\n2029-01-01  放假  元旦')
  expect(await days('remove', '2029-01-01')).toEqual({ ok: true, text: '已取消：2029-01-01。' })
  expect((await days('list', '2029')).text).toContain('安排未知')
  expect((await days('remove', '2029-01-01')).ok).toBe(false)
})

test('from 1 November on the service says that next year is missing, until it is entered', async () => {
  await at('2028-10-31T23:59')
  expect(await missing()).toEqual(['2028'])
  await at('2028-11-01T00:00')
  expect(await missing()).toEqual(['2028', '2029'])
  await days('set', '2029-02-12', 'off', '春节')
  expect(await missing()).toEqual(['2028'])
  await days('set', '2028-01-03', 'off', '元旦')
  expect(await missing()).toEqual([])
})

test('a day that does not exist, or a word that is neither, enters nothing', async () => {
  expect((await days('set', '2029-02-29', 'off', '闰日')).text).toContain('真有这一天')
  expect((await days('set', '2029-02-28', 'holiday', '春节')).text).toContain('只能写 work')
  expect((await days('list', '29')).text).toContain('四位数')
  expect((await days('list', '2029')).text).toContain('录入了 0 天')
})
