import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, cast, signInAll } from '../support/cast.ts'
import { statusOf, surprisesOf } from '../support/matrix.ts'
import { openWorld, type World } from '../support/world.ts'
import { type Case, layOut } from './laid-out.ts'
import { publicationLaw, publicationVerdict, type Standing, standings } from './publication-law.ts'

/** Every role × everything that can be done about publishing a matter × every way it can stand, through the API. */
const aboutOneMatter = Object.entries(publicationRoutes).filter(([, { path }]) => path.startsWith('/api/reports/:id'))

type Try = Case & { standing: Standing; consentId: string; publicationId: string }
const tries: Try[] = aboutOneMatter.flatMap(([route]) =>
  standings.flatMap(standing => {
    const state = standing === 'at work' ? 'working' : 'closed'
    const now = {
      name: standing,
      state,
      level: 'grid',
      owner: 'worker' as const,
      hand: null,
      unit: 'u-water',
      returns: 0,
    }
    return cast.map(who => ({
      ...{ id: randomUUID(), photoId: randomUUID(), consentId: randomUUID(), publicationId: randomUUID() },
      ...{ route, who, now, standing },
    }))
  }),
)

let world: World
let people: Cast
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
  people = await signInAll(world)
  await layOut(world, people, tries)
  const rows = tries.flatMap(({ id, standing, consentId, publicationId }) =>
    standing === 'shown' || standing === 'hidden'
      ? [{ id, consent: consentId, publication: publicationId, state: standing === 'shown' ? 'public' : 'hidden' }]
      : [],
  )
  const these = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, consent uuid, publication uuid, state text)`
  const at = sql`${world.clock.now.toISOString()}::timestamptz`
  await rowsOf(
    world.outside.db,
    sql`insert into publication_consents (id, report_id, person_id, version, at)
      select c.consent, c.id, ${people.reporter?.id}::uuid, '2026-11', ${at} from ${these}`,
  )
  await rowsOf(
    world.outside.db,
    sql`insert into publications (id, report_id, consent_id, kind, village, month, state, input_hash, published_at)
      select c.publication, c.id, c.consent, 'water', '柳塘村', '2026-11', c.state, '', ${at} from ${these}`,
  )
})
afterAll(() => world.close())

const bodyFor = ({ route, photoId, consentId }: Try): object => {
  const photos = ['before', 'after'].map(side => ({ photoId, side, rects: [] }))
  const more: Record<string, object> = {
    allowPublication: { consentId, version: '2026-11' },
    publishReport: { photos, looked: true },
  }
  return { eventId: randomUUID(), ...more[route] }
}

const tryOut = (one: Try) => {
  const { id, consentId } = one
  const route = publicationRoutes[one.route as keyof typeof publicationRoutes]
  return statusOf(people[one.who]?.fetch ?? world.anybody, route, { id, consentId }, bodyFor(one))
}
const due = ({ route, who, standing }: Try) => publicationVerdict(route, who, standing)
const nameOf = (it: Try) => `${it.who} · ${it.standing}`

test('everything that can be done about publishing has its row in the law, and the law names nothing else', () => {
  expect(aboutOneMatter.map(([route]) => route).sort()).toEqual(Object.keys(publicationLaw).sort())
})

describe.each(Object.keys(publicationLaw))('%s', route => {
  test('is granted to those whom the law names, and to nobody else', async () => {
    const these = tries.filter(it => it.route === route)
    expect(await surprisesOf(these, { due, tryOut, nameOf, atOnce: 1 })).toEqual([])
  })
})
