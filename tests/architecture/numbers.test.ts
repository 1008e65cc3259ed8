import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/builds.ts'
import { nodesOf, parsed, placeOf, read, saidBy, sourcesIn } from './syntax.ts'

const day = 24 * 60
/** Minutes of each unit of time, as the names of limits end and as sentences have it. */
const named: Record<string, number> = { seconds: 1 / 60, minutes: 1, hours: 60, days: day, months: 30 * day }
const said: Record<string, number> = { 秒: 1 / 60, 分钟: 1, 小时: 60, 天: day, 周: 7 * day, 个月: 30 * day }

/** So many minutes, or so many of anything else. */
const amount = (n: number, minutes: number | undefined) => (minutes ? `${(n * minutes).toFixed(3)} minutes` : `${n}`)

/** Every number of a limit; the rows that a county begins with are in minutes. */
const amountsIn = (value: unknown, name: string, isRow = /^common(Terms|Ladders)$/.test(name)): string[] => {
  const [unit = ''] = isRow ? ['minutes'] : (/(?:seconds|minutes|hours|days|months)$/i.exec(name) ?? [])
  if (typeof value === 'number') return [amount(value, named[unit.toLowerCase()])]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, it]) => amountsIn(it, Array.isArray(value) ? name : key, isRow))
}

const limitsOf = async (room: string): Promise<string[]> => {
  const files = sourcesIn(`shared/${room}`).filter(file => /-limits\.ts$/.test(file))
  const modules = await Promise.all(files.map(file => import(join(root, file)) as Promise<Record<string, unknown>>))
  return modules.flatMap(it => Object.entries(it).flatMap(([name, value]) => amountsIn(value, name)))
}

const numerals = '零一二三四五六七八九十'
const spoken = /(\d+|[两二三四五六七八九十])\s*(秒|分钟|小时|天|周|个月|米|张|份|次|个|件|条|段|块|字|位|MB)/g

/** What a sentence counts by hand. A numeral is mere speech (两个对角) where it does not count time, and so is 一. */
const amountsSaid = (text: string): string[] =>
  [...text.replaceAll('两', '二').matchAll(spoken)].flatMap(([, number = '', unit = '']) => {
    if (/\d/.test(number)) return [amount(Number(number), said[unit])]
    return said[unit] ? [amount(numerals.indexOf(number), said[unit])] : []
  })

const rooms = [...new Set(sourcesIn('shared').flatMap(file => /^shared\/(\w+)\//.exec(file)?.[1] ?? []))]
/** Whose limits the sentences of every room may speak of. */
const low = ['core', 'photos', 'alerts']

test('a number is known by its unit, however it is written', () => {
  expect(amountsSaid('留两天，3 分钟内，最多 9 张，点两个对角，看一周')).toEqual([
    '2880.000 minutes',
    '3.000 minutes',
    '9',
  ])
  expect(amountsIn({ waitDays: 2, askDays: [7], files: 9 }, 'limits')).toEqual([
    ...['2880.000 minutes', '10080.000 minutes', '9'],
  ])
  expect(amountsIn({ normal: { accept: [30, 'hours'] } }, 'commonTerms')).toEqual(['30.000 minutes'])
})

test.each(rooms)('what %s says in Chinese takes its numbers from the limits', async room => {
  const limits = new Set((await Promise.all([...new Set([...low, room])].map(limitsOf))).flat())
  expect(limits.size).toBeGreaterThan(10)
  const byHand = sourcesIn(`shared/${room}`, `api/${room}`, `miniapp/src/${room}`)
    .filter(file => /\p{Script=Han}/u.test(read(file)))
    .flatMap(file => nodesOf(parsed(file)))
    .filter(node => amountsSaid(saidBy(node) ?? '').some(it => limits.has(it)))
  expect(byHand.map(node => `${placeOf(node)} ${saidBy(node)}`)).toEqual([])
})
