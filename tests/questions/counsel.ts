import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openWorld, type Someone, tuesdayMorning, type World } from '../support/world.ts'

/** The town of a file of tests, its lawyers and the township; and for each test a morning and a resident who is new. */
export let world: World
export let resident: Someone
export let adviser: Someone
export let mate: Someone
export let neutral: Someone
export let justice: Someone

export const openCounsel = () => {
  beforeAll(async () => {
    world = await openWorld()
    adviser = await world.someone('adviser')
    mate = await world.someone('adviser-mate')
    neutral = await world.someone('adviser-neutral')
    justice = await world.someone('justice')
  })
  beforeEach(async () => {
    world.clock.now = tuesdayMorning
    resident = await world.someone(`resident-${randomUUID()}`)
  })
  afterAll(() => world.close())
}
