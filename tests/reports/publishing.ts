import { randomUUID } from 'node:crypto'
import { hearPhotoCheck } from '@huiyin/api/photos/hear-photo-check.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { consentVersion, type PublishedItem } from '@huiyin/shared/reports/publication.ts'
import { sql } from 'drizzle-orm'
import { noise } from '../photos/pictures.ts'
import { openWorld, type Someone, townUrl, type World } from '../support/world.ts'

export type Matter = { id: string; before: string; after: string; consentId: string }

/** A town in which WeChat judges every photo at once, and people who have something to publish. */
export const openPublishing = async () => {
  const world: World = await openWorld({
    env: { PUBLIC_URL: townUrl },
    hook: async request => {
      await hearPhotoCheck(world.outside.db, await request.json(), world.clock.now)
      return new Response('success')
    },
  })
  world.wechat.control.configure({
    mediaPushFirst: true,
    push: { url: 'https://hook.example/', mode: 'plain', attempts: 1 },
  })
  const people = Object.fromEntries(
    await Promise.all(
      [...['resident', 'neighbour', 'worker', 'lead', 'officer', 'supervisor'], 'officer-next-town'].map(
        async openid => [openid, await world.someone(openid)] as const,
      ),
    ),
  ) as Record<string, Someone>
  const [resident, worker] = [people.resident as Someone, people.worker as Someone]

  /** Reported, mended, with a photo of each; `confirm`: and closed. */
  const mended = async ({ confirm = true, tookMinutes = 0, words = '已修好' } = {}): Promise<Matter> => {
    const id = randomUUID()
    const [before, after] = await Promise.all(
      [resident, worker].map(async who => (await who.upload(randomUUID(), await noise(400, 300))).id),
    )
    await world.settle()
    const step = () => ({ id, eventId: randomUUID() })
    await resident.call('fileReport', {
      ...{ id, words: '三楼王大爷家门口漏水', photoIds: [before as string] },
      ...{ buildingId: 't001v1g1b1', placeWords: '三单元 301' },
    })
    await worker.call('acceptReport', step())
    world.clock.forward(tookMinutes)
    // WeChat judges the words of those alone who were there within two hours.
    if (tookMinutes > 0) await Promise.all(['officer', 'lead'].map(world.someone))
    await worker.call('resolveReport', { ...step(), words, photoIds: [after as string] })
    if (confirm) await resident.call('confirmReport', { ...step(), rating: 'good' })
    return { id, before: before as string, after: after as string, consentId: randomUUID() }
  }
  const allow = ({ id, consentId }: Matter) =>
    resident.call('allowPublication', { id, consentId, version: consentVersion })
  const revoke = ({ id, consentId }: Matter) => resident.call('revokePublication', { id, consentId })
  const rect = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 }
  const choice = ({ id, before, after }: Matter, rects: object[] = [rect]) => ({
    ...{ id, eventId: randomUUID(), looked: true as const, words: '已修好' },
    photos: [
      { photoId: before, side: 'before' as const, rects: rects as (typeof rect)[] },
      { photoId: after, side: 'after' as const, rects: [] },
    ],
  })
  const publish = (matter: Matter, who = people.officer as Someone) => who.call('publishReport', choice(matter))
  /** A matter that everybody sees. */
  const published = async () => {
    const matter = await mended()
    await allow(matter)
    world.clock.forward(1)
    return { ...matter, publicationId: (await publish(matter)).id }
  }
  /** What a stranger without a session sees. */
  const seen = async (): Promise<PublishedItem[]> =>
    ((await (await world.anybody('/api/publications')).json()) as { items: PublishedItem[] }).items
  const judge = (photoId: string, state: string) =>
    rowsOf(world.outside.db, sql`update photos set check_state = ${state} where id = ${photoId}::uuid`)
  return { world, people, mended, allow, revoke, rect, choice, publish, published, seen, judge }
}
