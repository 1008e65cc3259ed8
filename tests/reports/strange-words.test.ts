import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, Refused, type Someone, type World } from '../support/world.ts'

/** On both databases: what a text may hold. */

/** What people, their keyboards and attackers type. Whatever it is: kept, cleaned or refused, and never a failure. */
const strange: [string, string][] = [
  ['a NUL in the middle', '水管\u0000漏水'],
  ['only a NUL', '\u0000'],
  ['half of an emoji', '漏水\ud83d'],
  ['the other half of an emoji', '\ude00漏水'],
  ['an emoji of four bytes', '漏水😭🆘'],
  ['a family of emoji', '👨‍👩‍👧‍👦 家门口'],
  ['a direction override', '安全\u202e水漏'],
  ['isolates', '\u2066漏水\u2069'],
  ['bells and escapes', '漏\u0007水\u001b[31m红\u0085'],
  ['rare characters', '𠮷家门口㐂漏水'],
  ['combining marks', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!'],
  ['line breaks', '第一行\r\n第二行\n\n第三行'],
  ['a quote and a drop', "'); drop table reports; --"],
  ['a condition', "' or '1'='1"],
  ['a placeholder', '$1 $2 {{7*7}} %s %n'],
  ['a wildcard', '%_\\%'],
  ['a JSON of its own', '{"$gt":""}","words":"x'],
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a spreadsheet formula', '=HYPERLINK("http://example.invalid","点我")'],
  ['a log line', '漏水\n{"level":"error","msg":"forged"}'],
  ['a path', '../../../../etc/passwd'],
  ['a prototype', '__proto__'],
]

let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  worker = await world.someone('worker')
})
afterAll(() => world.close())

const file = async (more: object = {}) => {
  const id = randomUUID()
  await resident.call('fileReport', { id, words: '路灯不亮', buildingId: 't001v1g1b1', ...more })
  return id
}
const tables = async () => {
  const [row] = await rowsOf<{ n: number }>(
    world.outside.db,
    sql`select count(*)::int as n from information_schema.tables where table_schema = 'public'`,
  )
  return row?.n
}
/** Undefined when the words were refused as bad input; everything but that and success is a failure. */
const orRefused = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'bad-input') return undefined
    throw error
  }
}
/** What may come back: the words without what cannot be seen, with line breaks as they were. */
const cleaned = (text: string) => text.replace(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu, '').trim()

describe.each(strange)('%s', (_, words) => {
  test('in a report, its place and a note comes back readable, or is refused', async () => {
    const before = await tables()
    const id = await orRefused(file({ words, placeWords: words }))
    if (id) {
      const report = await worker.call('getReport', { id })
      expect(report.words).toBe(cleaned(words))
      expect(report.place).toBe(`柳塘村 1号楼（${cleaned(words)}）`)
      await resident.call('noteReport', { id, eventId: randomUUID(), words })
      expect((await worker.call('getReport', { id })).history.at(-1)?.words).toBe(cleaned(words))
    } else expect(cleaned(words)).toBe('')
    await world.settle()
    expect(await tables()).toBe(before)
  })

  test('as a unit, a reason, a rating, a login or a desk never makes the service fail', async () => {
    const tap = { eventId: randomUUID() }
    const id = await file()
    await worker.call('acceptReport', { id, eventId: randomUUID() })
    const statuses = [
      await status(worker, 'POST', `/api/reports/${id}/dispatch`, { ...tap, unitId: words.slice(0, 40), words }),
      await status(worker, 'POST', `/api/reports/${id}/reveal`, { eventId: randomUUID(), reason: words.slice(0, 50) }),
      await status(worker, 'POST', `/api/reports/${id}/return`, { eventId: randomUUID(), words }),
      await status(resident, 'POST', `/api/reports/${id}/confirm`, { eventId: randomUUID(), rating: words, words }),
      await status(resident, 'POST', '/api/sessions', { code: words }),
      await status(resident, 'PUT', '/api/me/phone', { code: words }),
      await status(resident, 'PUT', '/api/me/home', { buildingId: words }),
      await status(resident, 'POST', '/api/permits', { id: randomUUID(), results: { [words.slice(0, 64)]: 'accept' } }),
      await status(worker, 'GET', `/api/reports/desk?desk=${encode(words.slice(0, 40))}&cursor=${encode(words)}`),
      await status(worker, 'GET', `/api/places/${encode(words)}`),
      await status(worker, 'GET', `/api/reports/${encode(words)}`),
      await status(worker, 'GET', `/api/photos/${randomUUID()}/full?until=1&signature=${encode(words.slice(0, 64))}`),
    ]
    expect(statuses.filter(it => it >= 500)).toEqual([])
  })
})

const encode = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, ''))

const status = async (who: Someone, method: string, path: string, body?: object) =>
  (
    await who.fetch(path, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
  ).status
