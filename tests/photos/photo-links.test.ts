import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { expectProblem } from '../support/clear-problem.ts'
import { openWorld, type Someone, tuesdayMorning, type World } from '../support/world.ts'

let world: World
let resident: Someone
let link: URL
let other: URL
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
})
beforeEach(async () => {
  world.clock.now = tuesdayMorning
  link = new URL((await resident.upload()).url ?? '', 'http://town')
  other = new URL((await resident.upload()).url ?? '', 'http://town')
})
afterAll(() => world.close())

const open = (url: URL) => world.anybody(url.pathname + url.search)
type Change = (url: URL) => unknown
const changed = (change: Change) => {
  const url = new URL(link)
  change(url)
  return url
}
const moveTo =
  (path: (now: string) => string): Change =>
  url =>
    Object.assign(url, { pathname: path(url.pathname) })

test('a link opens without signing in, for about ten minutes, and not a second longer', async () => {
  const until = Number(link.searchParams.get('until'))
  expect(until - tuesdayMorning.getTime()).toBeGreaterThan(5 * 60_000 - 1)
  expect(until - tuesdayMorning.getTime()).toBeLessThanOrEqual(10 * 60_000)
  expect((await open(link)).status).toBe(200)
  world.clock.now = new Date(until)
  expect((await open(link)).status).toBe(200)
  world.clock.now = new Date(until + 1)
  await expectProblem(await open(link), 'not-found')
})

test('a link that has been changed anywhere opens nothing', async () => {
  const signature = link.searchParams.get('signature') ?? ''
  const flipped = (at: number) => signature.slice(0, at) + (signature[at] === 'A' ? 'B' : 'A') + signature.slice(at + 1)
  const tampered: Change[] = [
    moveTo(() => other.pathname),
    moveTo(() => `/api/photos/${randomUUID()}/full`),
    moveTo(path => path.replace('full', 'thumb')),
    url => url.searchParams.set('until', String(Number(url.searchParams.get('until')) + 1)),
    url => url.searchParams.set('until', '99999999999999'),
    url => url.searchParams.set('signature', other.searchParams.get('signature') ?? ''),
    url => url.searchParams.set('signature', ''),
    ...Array.from(signature, (_, at) => (url: URL) => url.searchParams.set('signature', flipped(at))),
  ]
  for (const change of tampered) await expectProblem(await open(changed(change)), 'not-found')
})

test('a link without its time or its signature, or with two of one, is refused', async () => {
  const broken: Change[] = [
    url => url.searchParams.delete('until'),
    url => url.searchParams.delete('signature'),
    url => url.searchParams.append('until', '99999999999999'),
    url => url.searchParams.set('until', 'tomorrow'),
    url => url.searchParams.set('signature', 'x'.repeat(65)),
    moveTo(path => path.replace('full', 'original')),
  ]
  for (const change of broken) await expectProblem(await open(changed(change)), 'bad-input')
})

test('being signed in opens no photo without its link, not even one’s own', async () => {
  const path = `${link.pathname}?until=9999999999999&signature=x`
  await expectProblem(await resident.fetch(path), 'not-found')
})

test('a photo is served as a picture and nothing else, to be kept by nobody on the way', async () => {
  const { headers } = await open(link)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'referrer-policy': 'no-referrer',
  })
  expect(headers.get('cache-control')).toMatch(/^private, max-age=\d{1,3}$/)
})

test('the address of a photo holds neither the name in the store nor who sent it', async () => {
  expect(link.href).not.toContain(resident.id)
  expect([...link.searchParams.keys()]).toEqual(['until', 'signature'])
})

test('a link that was signed with another secret opens nothing', async () => {
  const elsewhere = await openWorld({ env: { HUIYIN_SECRET: Buffer.alloc(32, 7).toString('base64') } })
  const { url } = await (await elsewhere.someone('resident')).upload(link.pathname.split('/')[3])
  await expectProblem(await world.anybody(url ?? ''), 'not-found')
  await elsewhere.close()
})
