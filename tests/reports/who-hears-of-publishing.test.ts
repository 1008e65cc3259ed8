import { randomUUID } from 'node:crypto'
import { publicationLife } from '@huiyin/shared/reports/publication-life.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../support/who-heard.ts'
import { tap } from '../support/world.ts'
import { openPublishing } from './publishing.ts'

/** Who hears of what becomes of a publication, and what a stranger finds in it: by hand, from what the town was promised. */
let town: Awaited<ReturnType<typeof openPublishing>>
beforeAll(async () => {
  town = await openPublishing()
})
afterAll(() => town.world.close())

type Published = Awaited<ReturnType<(typeof town)['published']>>
const of = (name: string) => town.people[name] ?? expect.fail(`nobody called ${name}`)
const closed = async (): Promise<Published> => ({ ...(await town.mended()), publicationId: '' })
const allowed = async () => {
  const matter = await closed()
  await town.allow(matter)
  return matter
}
const complain = (it: Published) =>
  of('neighbour').call('complainPublished', { ...tap(it.publicationId), reason: 'person' })
const thank = ({ publicationId }: Published) =>
  of('neighbour').call('thankPublished', { id: publicationId, thankId: randomUUID() })
const hidden = async () => {
  const it = await town.published()
  await complain(it)
  return it
}

const rows: [string, () => Promise<Published>, (it: Published) => Promise<unknown>, Record<string, string>][] = [
  ['allow', closed, it => town.allow(it), {}],
  ['thank', () => town.published(), it => thank(it), {}],
  ['revoke', () => town.published(), it => town.revoke(it), {}],
  ['publish', allowed, it => town.publish(it), { resident: 'report-published' }],
  ['complain', () => town.published(), complain, { officer: 'publication-complained' }],
  ['restore', hidden, it => of('officer').call('restorePublication', tap(it.id)), {}],
  ['unpublish', () => town.published(), it => of('lead').call('unpublishReport', tap(it.id)), {}],
]

test.each(rows)(
  '%s: these hear, and nobody else; nobody who was rung is left in peace',
  async (_, scene, act, hears) => {
    const it = await scene()
    const found = await listen(town.world.outside.db, it.id, () => act(it), town.world.settle)
    expect(found).toEqual({ hears, quiets: false })
  },
)

test('every event of the life has its row', () => {
  const looks = ['see', 'look']
  expect(new Set([...rows.map(([event]) => event), ...looks])).toEqual(new Set(Object.keys(publicationLife.rows)))
})

test('a stranger finds what, where about, when about, two pictures, what was done, how long it took; no place, nobody', async () => {
  const it = await town.published()
  const item = (await town.seen()).find(({ id }) => id === it.publicationId) ?? expect.fail('not published')
  expect(Object.keys(item).sort()).toEqual([
    ...['after', 'before', 'id', 'kind', 'month', 'thanks', 'tookHours', 'village', 'words'],
  ])
  expect([item.before, item.after].flatMap(photo => Object.keys(photo).sort())).toEqual([
    ...['thumbUrl', 'url', 'thumbUrl', 'url'],
  ])
  const text = JSON.stringify(item)
  for (const hidden of [it.id, it.before, it.after, '王大爷', '301', '1号楼', '李秀兰', of('resident').id])
    expect(text).not.toContain(hidden)
})
