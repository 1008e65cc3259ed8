import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rooms } from '../lists/rooms.ts'
import type { Ask } from '../support/ask.ts'
import { type Cast, cast, signInAll, type Who } from '../support/cast.ts'
import type { Call, PlaceRow } from '../support/test-room.ts'
import { openWorld, routes, type Someone, type World } from '../support/world.ts'

/** What is not about one matter: for everybody, for everybody who is signed in, or for those who hold a place; in every room. */
const every = Object.values(rooms)
const open: Record<string, Call> = Object.assign({}, ...every.map(it => it.open))
const signedIn: Record<string, Call> = Object.assign({}, ...every.map(it => it.signedIn))
const byPlace: Record<string, PlaceRow> = Object.assign({}, ...every.map(it => it.byPlace))
const met: Record<string, number> = Object.assign({}, ...every.map(it => it.met))
const dueFor = (route: string) => met[route] ?? 200

let world: World
let people: Cast
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
  people = await signInAll(world)
})
afterAll(() => world.close())

const statusFor = async (who: Who, ask: Ask | undefined, person: Someone | undefined = people[who]) =>
  (await (person?.fetch ?? world.anybody)(ask?.path ?? '', ask?.init)).status

test('every route of the service has its row, in one of the laws', () => {
  const judged = every.flatMap(it => it.judged ?? [])
  const known = [...judged, ...Object.keys(open), ...Object.keys(signedIn), ...Object.keys(byPlace)]
  expect(known.sort()).toEqual(Object.keys(routes).sort())
})

describe.each(cast)('%s', who => {
  test.each(Object.keys(open))('may call %s', async route => {
    expect(await statusFor(who, await open[route]?.(who, { world, people }))).toBe(dueFor(route))
  })

  test.each(Object.keys(signedIn))('may call %s only when signed in', async route => {
    const person = who === 'nobody' ? undefined : route === 'closeSession' ? await world.someone(who) : people[who]
    const due = who === 'nobody' ? 401 : dueFor(route)
    expect(await statusFor(who, await signedIn[route]?.(who, { world, people }), person)).toBe(due)
  })

  test.each(Object.entries(byPlace))('may call %s for the places held, and for no other', async (route, row) => {
    const refused = row.hidden || row.inVain?.includes(who) ? 404 : 403
    for (const [place, holders] of Object.entries(row.held)) {
      const due = who === 'nobody' ? 401 : holders.includes(who) ? dueFor(route) : refused
      const got = await statusFor(who, await row.ask(place, { world, people }))
      expect(`${place} ${got}`).toBe(`${place} ${due}`)
    }
  })
})
