import { randomUUID } from 'node:crypto'
import { runCommand } from '@huiyin/api/commands.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorld, type Someone, type World } from '../support/world.ts'

/** No notice names the days off of 2029 yet, so nothing in it is certain. */
let world: World
let resident: Someone
let paper = ''
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
  runCommand(
    {
      ...{ db: world.outside.db, now: world.clock.now, keys: world.outside.keys },
      read: async () => new TextEncoder().encode(paper),
    },
    ['days', ...words],
  )
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

test('a day that was entered counts at once; a single one does not make the year known, the whole year does', async () => {
  await at('2029-01-08T09:00')
  expect((await days('set', '2029-01-08', 'off', '停电')).text).toContain('已录入：2029-01-08 放假。')
  await days('set', '2029-02-16', 'off', '春节')
  expect(await days('remove', '2029-02-16')).toMatchObject({ ok: true })
  expect(await file('楼道堆了杂物')).toMatchObject({ daysUnknown: true, acceptBy: '2029-01-09T00:30:00.000Z' })
  expect((await days('list', '2029')).text).toContain('录入了 1 天。安排未知')
  paper = '2029-02-10 班 春节调休\n\n2029-02-16，休，春节\n'
  expect((await days('enter', '2029', 'days.txt')).text).toContain('2 天，其中 3 天有变')
  expect((await days('list', '2029')).text).toBe(
    '2029 年：放假通知还没有内置，录入了 2 天。\n2029-02-10  上班  春节调休\n2029-02-16  放假  春节',
  )
  expect(await file('楼道堆了杂物')).toMatchObject({ daysUnknown: false, acceptBy: '2029-01-08T01:30:00.000Z' })
  expect((await days('remove', '2029-01-08')).ok).toBe(false)
})

test.each([
  ['a day of another year', '2029-02-10 班 春节\n2030-02-10 休 春节', '第 2 行'],
  ['a word that is neither', '2029-02-10 歇 春节', '第 1 行'],
  ['one day twice', '2029-02-10 休\n2029-02-10 班', '第 2 行'],
  ['nothing at all', '\n# 还没有\n', '第 1 行'],
])('a year with %s is not entered', async (_, words, line) => {
  paper = words
  expect((await days('enter', '2029', 'days.txt')).text).toContain(line)
  expect((await days('list', '2029')).text).toContain('录入了 0 天。安排未知')
})

test('from 1 November on the service says that next year is missing, until it is entered', async () => {
  await at('2028-10-31T23:59')
  expect(await missing()).toEqual(['2028'])
  await at('2028-11-01T00:00')
  expect(await missing()).toEqual(['2028', '2029'])
  await days('set', '2029-02-16', 'off', '春节')
  expect(await missing()).toEqual(['2028', '2029'])
  for (const year of ['2029', '2028']) {
    paper = `${year}-02-16 休 春节`
    await days('enter', year, 'days.txt')
  }
  expect(await missing()).toEqual([])
})

test('a day that does not exist, or a word that is neither, enters nothing', async () => {
  expect((await days('set', '2029-02-29', 'off', '闰日')).text).toContain('真有这一天')
  expect((await days('set', '2029-02-28', 'holiday', '春节')).text).toContain('只能写 work')
  expect((await days('list', '29')).text).toContain('四位数')
  expect((await days('list', '2029')).text).toContain('录入了 0 天')
})
