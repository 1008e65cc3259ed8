import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, refusal, type Someone, tap, type World } from '../support/world.ts'
import { at, books } from './booking.ts'

/** The calendar byte by byte: programs that read calendars accept almost anything, so they prove little. */
let world: World
let resident: Someone
let adviser: Someone
beforeAll(async () => {
  world = await openWorld({ env: { PUBLIC_URL: 'https://town.example' } })
  resident = await world.someone('resident')
  adviser = await world.someone('adviser')
})
afterAll(() => world.close())

const pathOf = (url: string) => new URL(url).pathname
const read = async (url: string) => {
  const answer = await world.anybody(pathOf(url))
  return { answer, text: await answer.text() }
}
/** Lines put together again, as RFC 5545 folds them. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n').filter(Boolean)
const eventsOf = (text: string) =>
  linesOf(text)
    .join('\n')
    .split('BEGIN:VEVENT\n')
    .slice(1)
    .map(it =>
      Object.fromEntries(
        it.split('\n').map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      ),
    )

test('every byte of it is as RFC 5545 has it', async () => {
  await books(resident, at(adviser, '2026-11-26 14:00'))
  const { url } = await adviser.call('renewCalendar', {})
  const { answer, text } = await read(url)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true)
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  // No bare line feed, and no line of more than 75 octets, whatever the characters; none is cut in two.
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text).not.toContain('\ufffd')
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n')
  const [event] = eventsOf(text)
  expect(event).toMatchObject({
    UID: expect.stringMatching(/^[0-9a-f-]{36}@huiyin$/),
    DTSTART: '20261126T060000Z',
    DTSTAMP: expect.stringMatching(/^\d{8}T\d{6}Z$/),
    SEQUENCE: '0',
    STATUS: 'CONFIRMED',
    SUMMARY: expect.stringContaining('法律咨询 柳塘村'),
  })
})

test('what was called off stays, as cancelled, under the same name and a higher number; no word of a reason is in it', async () => {
  const id = await books(resident, at(adviser, '2026-12-01 14:00'))
  const { url } = await adviser.call('renewCalendar', {})
  const before = eventsOf((await read(url)).text).find(it => it.DTSTART === '20261201T060000Z')
  await resident.call('cancelBooking', tap(id))
  const { text } = await read(url)
  const after = eventsOf(text).find(it => it.UID === before?.UID)
  expect(after).toMatchObject({ STATUS: 'CANCELLED' })
  expect(Number(after?.SEQUENCE)).toBeGreaterThan(Number(before?.SEQUENCE))
  expect(text).not.toMatch(/借条|居民|resident/)
})

test('the address is the key: a new one shuts the old one, and it can be taken away', async () => {
  const first = (await adviser.call('renewCalendar', {})).url
  const second = (await adviser.call('renewCalendar', {})).url
  expect((await read(first)).answer.status).toBe(404)
  expect((await read(second)).answer.status).toBe(200)
  await adviser.call('endCalendar', {})
  expect((await read(second)).answer.status).toBe(404)
  expect((await world.anybody(`/api/calendars/${'a'.repeat(43)}`)).status).toBe(404)
})

test('a village has one of its own, for those who serve it', async () => {
  const { url } = await (await world.someone('justice')).call('renewCalendar', { communityId: 't001v1' })
  expect((await read(url)).text).toContain('本村法律咨询')
  expect(await refusal(resident.call('renewCalendar', { communityId: 't001v1' }))).toBe('not-allowed')
  expect(await refusal((await world.someone('adviser-neutral')).call('renewCalendar', { communityId: 't001v1' }))).toBe(
    'not-allowed',
  )
  expect(await refusal(resident.call('renewCalendar', {}))).toBe('not-allowed')
})

test('two readers of calendars that know nothing of each other find the same in it', async () => {
  const { url } = await adviser.call('renewCalendar', {})
  const { text } = await read(url)
  const { default: ical } = await import('ical.js')
  const theirs = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent').map(it => {
    const event = new ical.Event(it)
    return `${event.uid} ${event.startDate.toJSDate().toISOString()} ${event.summary}`
  })
  const { default: nodeIcal } = await import('node-ical')
  const others = Object.values(nodeIcal.sync.parseICS(text)).flatMap(it =>
    it?.type === 'VEVENT' ? [`${it.uid} ${new Date(it.start).toISOString()} ${it.summary}`] : [],
  )
  expect(theirs.length).toBeGreaterThan(1)
  expect(others.sort()).toEqual(theirs.sort())
})
