import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Refused, refusal, type Someone } from '../support/world.ts'
import { type Matter, openPublishing } from './publishing.ts'

/** What everybody reads of a mended matter beside its pictures, and the thanks for it. */
let town: Awaited<ReturnType<typeof openPublishing>>
const who = (openid: string) => town.people[openid] as Someone
beforeAll(async () => {
  town = await openPublishing()
})
beforeEach(() => rowsOf(town.world.outside.db, sql`update publications set state = 'withdrawn'`))
afterAll(() => town.world.close())

const allowed = async (more = {}): Promise<Matter> => {
  const matter = await town.mended(more)
  await town.allow(matter)
  return matter
}
const publish = (matter: Matter, words?: string) =>
  who('officer').call('publishReport', { ...town.choice(matter), words })

test('the office finds the closing words ready, lets out what it has made of them, and reads what is shown', async () => {
  const matter = await allowed({ words: '王大爷家的水管已换' })
  expect((await who('officer').call('getPublication', { id: matter.id })).words).toBe('王大爷家的水管已换')
  expect((await who('resident').call('getPublication', { id: matter.id })).words).toBeNull()
  await publish(matter, ' 漏水的管子已经换了新的，楼道擦干了。 ')
  const shown = '漏水的管子已经换了新的，楼道擦干了。'
  expect((await town.seen())[0]?.words).toBe(shown)
  expect((await who('officer').call('getPublication', { id: matter.id })).publication?.words).toBe(shown)
})

test.each([
  ['who was meant', '王大爷家的水管已换', '人名或称呼'],
  ['the door', '三单元的水管已换', '地名'],
  ['a room', '301室的水管已换', '地名'],
  ['what she wrote of the place', '三单元 301 的水管已换', '地名'],
  ['the township', '青禾镇派人换了水管', '地名'],
  ['a telephone number', '有事打 13800138000', '电话'],
])('words that show %s are refused with what kind of thing it is, and nothing is shown', async (_, words, kind) => {
  const matter = await allowed()
  const { problem } = await publish(matter, words).then(
    () => expect.fail('it was let through'),
    (error: unknown) => error as Refused,
  )
  expect(problem).toMatchObject({
    code: 'still-recognisable',
    fields: [{ field: 'words', message: expect.stringContaining(kind) }],
  })
  expect(await town.seen()).toEqual([])
})

test('the village may be named: it stands above the pictures anyway', async () => {
  await publish(await allowed(), '柳塘村的水管已换')
  expect((await town.seen())[0]?.words).toBe('柳塘村的水管已换')
})

test('words that the platform does not pass are not shown; when it cannot be asked, nothing is', async () => {
  const matter = await allowed()
  expect(await refusal(publish(matter, '违禁的水管已换'))).toBe('words-not-passed')
  town.world.wechat.control.configure({ riskyWords: ['违禁'] })
  town.world.wechat.control.inject({ path: '/wxa/msg_sec_check', http: 502 })
  expect(await refusal(publish(matter, '水管已换'))).toBe('wechat-busy')
  expect(await town.seen()).toEqual([])
})

test('who agreed to the photos alone is shown without a word of what was done', async () => {
  const matter = await town.mended()
  await who('resident').call('allowPublication', { id: matter.id, consentId: matter.consentId, version: '2026-11' })
  expect((await who('officer').call('getPublication', { id: matter.id })).words).toBeNull()
  expect(await refusal(publish(matter, '已修好'))).toBe('no-consent')
  await publish(matter)
  expect((await town.seen())[0]).toMatchObject({ words: null, tookHours: 0 })
})

test('a phone of the last release sends no words, and none are shown', async () => {
  await publish(await allowed())
  expect((await town.seen())[0]?.words).toBeNull()
})

test('one of them can be read by itself, by a stranger too, and no longer than it is shown', async () => {
  const it = await town.published()
  const answer = await town.world.anybody(`/api/publications/${it.publicationId}`)
  const [item] = await town.seen()
  expect({ ...((await answer.json()) as object), before: 0, after: 0 }).toEqual({ ...item, before: 0, after: 0 })
  await town.revoke(it)
  expect((await town.world.anybody(`/api/publications/${it.publicationId}`)).status).toBe(404)
})

const thank = (openid: string, id: string, thankId: string = randomUUID()) =>
  who(openid).call('thankPublished', { id, thankId })

test('thanks are counted by people, each once, and only she herself learns that hers is among them', async () => {
  const { publicationId: id } = await town.published()
  const hers = await thank('neighbour', id)
  expect(hers.thanks).toBe(1)
  expect(await thank('neighbour', id)).toEqual(hers)
  expect(await thank('resident', id)).toMatchObject({ thanks: 2 })
  expect((await who('neighbour').call('listMyThanks', {})).items[0]).toEqual({ id, thankId: hers.thankId })
  const [item] = await town.seen()
  expect(item).toMatchObject({ thanks: 2 })
  expect(JSON.stringify(item)).not.toContain(hers.thankId)
  expect(JSON.stringify(item)).not.toContain(who('neighbour').id)
})

test('a tap that arrives twice thanks once; taken back it stays so, whatever arrives late; and it can be said anew', async () => {
  const { publicationId: id } = await town.published()
  const thankId = randomUUID()
  await Promise.all([thank('neighbour', id, thankId), thank('neighbour', id, thankId)])
  const back = () => who('neighbour').call('withdrawThanks', { id, thankId })
  expect(await back()).toEqual({ thanks: 0, thankId: null })
  expect(await back()).toEqual({ thanks: 0, thankId: null })
  expect(await thank('neighbour', id, thankId)).toEqual({ thanks: 0, thankId: null })
  expect(await thank('neighbour', id)).toMatchObject({ thanks: 1 })
})

test('nobody takes back another’s thanks, nor thanks under another’s number', async () => {
  const { publicationId: id } = await town.published()
  const { thankId } = await thank('neighbour', id)
  expect(await refusal(who('resident').call('withdrawThanks', { id, thankId: thankId ?? '' }))).toBe('not-found')
  expect(await refusal(thank('resident', id, thankId ?? ''))).toBe('not-found')
  expect((await town.seen())[0]?.thanks).toBe(1)
})

test('what is hidden or gone takes no thanks', async () => {
  const it = await town.published()
  await who('neighbour').call('complainPublished', { id: it.publicationId, eventId: randomUUID(), reason: 'other' })
  expect(await refusal(thank('resident', it.publicationId))).toBe('not-found')
  expect(await refusal(thank('resident', randomUUID()))).toBe('not-found')
})

test('so many thanks in a day, and no more', async () => {
  const { publicationId: id } = await town.published()
  const eager = await town.world.someone('eager')
  for (let n = 0; n < reportLimits.thanksPerDay; n++) await eager.call('thankPublished', { id, thankId: randomUUID() })
  expect(await refusal(eager.call('thankPublished', { id, thankId: randomUUID() }))).toBe('too-many')
  expect((await town.seen())[0]?.thanks).toBe(1)
})
