import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Someone, World } from '../support/world.ts'
import { closeOffice, freeTimes, holds, openOffice } from './booking.ts'

let world: World
let adviser: Someone
beforeAll(async () => {
  ;({ world, adviser } = await openOffice())
})
afterAll(() => closeOffice(world))

/** More than the house ends at once for somebody who wants a time. */
const crowd = 55

test('a kept time that ran out is free for whoever wants it, however many others the clock has still to end', async () => {
  const somebody = await world.someone('resident-last')
  const times = (await freeTimes(somebody)).filter(it => it.adviserId === adviser.id).slice(0, crowd)
  expect(times).toHaveLength(crowd)
  // The first and the last are her own: she kept them, and has no turn left before they are ended.
  const keeps = async (n: number) => (n % (crowd - 1) === 0 ? somebody : world.someone(`resident-${n}`))
  for (const [n, time] of times.entries()) await holds(await keeps(n), time)
  // Neither among the first nor among the last of them.
  const wanted = times[Math.floor(crowd / 2)]
  world.clock.forward(11)
  expect(wanted && (await holds(somebody, wanted))).toMatch(/^[0-9a-f-]{36}$/)
})
