import { randomUUID } from 'node:crypto'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cast, cast, signInAll } from '../support/cast.ts'
import { statusOf, surprisesOf } from '../support/matrix.ts'
import { openWorld, type World } from '../support/world.ts'
import { type Case, fingerprints, layOut } from './laid-out.ts'
import { law, situations, verdict } from './report-law.ts'

/** Every role × everything that can be done to a matter × every situation of a matter, through the API. */
const aboutOneMatter = Object.entries(reportRoutes).filter(([, { path }]) => path.startsWith('/api/reports/:id'))
const cases: Case[] = aboutOneMatter.flatMap(([route]) =>
  situations.flatMap(now => cast.map(who => ({ id: randomUUID(), photoId: randomUUID(), route, who, now }))),
)

/** Looking changes nothing. */
const reads = ['getReport', 'listReportAlerts']

let world: World
let people: Cast
let before: Map<string, string>
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
  people = await signInAll(world)
  await layOut(world, people, cases)
  before = await fingerprints(
    world,
    cases.map(it => it.id),
  )
})
afterAll(() => world.close())

/** A body that is right for every verb, so that nothing but permission and state can refuse it. */
const bodyFor = ({ route, photoId }: Case): Record<string, unknown> => {
  const words = '按规定办理'
  const more: Record<string, object> = {
    noteReport: { words },
    returnReport: { words },
    assignReport: { gridId: 't001v1g2', words },
    superviseReport: { words },
    recordVisit: { result: 'solved', words },
    answerStill: { answer: 'fine' },
    dispatchReport: { unitId: 'u-estate' },
    finishReport: { words },
    resolveReport: { words, photoIds: [photoId] },
    confirmReport: { rating: 'good' },
    revealReporter: { reason: '需要上门，电话联系' },
  }
  return { eventId: randomUUID(), ...more[route] }
}

const tryOut = (one: Case) => {
  const route = reportRoutes[one.route as keyof typeof reportRoutes]
  return statusOf(people[one.who]?.fetch ?? world.anybody, route, { id: one.id }, bodyFor(one))
}
const due = ({ route, who, now }: Case) => verdict(route, who, now)
const nameOf = (it: Case) => `${it.who} · ${it.now.name}`

test('everything that can be done to a matter has its row in the law of the town, and the law names nothing else', () => {
  expect(aboutOneMatter.map(([route]) => route).sort()).toEqual(Object.keys(law).sort())
  expect(cases.length).toBeGreaterThan(3000)
})

describe.each(Object.keys(law))('%s', route => {
  const mine = cases.filter(it => it.route === route)

  test('is granted to those whom the law names, in the states it names, and to nobody else', async () => {
    expect(await surprisesOf(mine, { due, tryOut, nameOf })).toEqual([])
  })

  test('leaves no trace where it was refused', async () => {
    const after = await fingerprints(
      world,
      mine.map(it => it.id),
    )
    const refused = mine.filter(it => reads.includes(route) || due(it) !== 200)
    const granted = mine.filter(it => !refused.includes(it))
    const touched = (it: Case) => before.get(it.id) !== after.get(it.id)
    expect(refused.filter(touched).map(nameOf)).toEqual([])
    expect(granted.filter(it => !touched(it)).map(nameOf)).toEqual([])
  })
})
