import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Someone } from '../support/world.ts'
import { openPublishing } from './publishing.ts'

/** Whoever complains of what was published hears what became of it, and learns nothing of the matter behind it. */
let town: Awaited<ReturnType<typeof openPublishing>>
const who = (openid: string) => town.people[openid] as Someone
beforeAll(async () => {
  town = await openPublishing()
})
afterAll(() => town.world.close())

const complain = async (publicationId: string, openid = 'neighbour') =>
  who(openid).call('complainPublished', { id: publicationId, eventId: randomUUID(), reason: 'person' })
const heard = async (openid = 'neighbour') => {
  await town.world.api.chores()
  const { items } = await who(openid).call('listAlerts', { limit: 50 })
  return items
    .filter(it => it.kind.startsWith('publication-complaint'))
    .map(({ kind, page, text }) => ({ kind, page, text }))
}
const kinds = async (openid?: string) => (await heard(openid)).map(it => it.kind)

test('restored: she hears once that it was looked at; while it is hidden she hears nothing', async () => {
  const it = await town.published()
  await complain(it.publicationId)
  expect(await kinds()).toEqual([])
  await who('officer').call('restorePublication', { id: it.id, eventId: randomUUID() })
  expect(await kinds()).toEqual(['publication-complaint-kept'])
  expect(await kinds()).toHaveLength(1)
  const [told] = await heard()
  expect(told?.page).toBe(`reports/pages/published/index?id=${it.publicationId}`)
  expect(JSON.stringify(told)).not.toContain(it.id)
  expect(told?.text).not.toMatch(/\d/)
})

test.each<[string, (it: { id: string; consentId: string }) => Promise<unknown>]>([
  ['the office takes it down', it => who('officer').call('unpublishReport', { id: it.id, eventId: randomUUID() })],
  ['the reporter takes her consent back', it => town.revoke(it as never)],
  ['the matter is opened again', it => who('resident').call('reopenReport', { id: it.id, eventId: randomUUID() })],
])('gone because %s: two who complained hear it, once each', async (_, act) => {
  const before = { neighbour: (await kinds()).length, lead: (await kinds('lead')).length }
  const it = await town.published()
  await complain(it.publicationId)
  await complain(it.publicationId, 'lead')
  await act(it as never)
  expect((await kinds()).slice(0, -before.neighbour || undefined)).toEqual(['publication-complaint-gone'])
  expect((await kinds('lead')).slice(0, -before.lead || undefined)).toEqual(['publication-complaint-gone'])
})
