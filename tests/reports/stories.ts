import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { openWorld, type Someone, tuesdayMorning, type World } from '../support/world.ts'

const names = [
  ...['resident', 'neighbour', 'worker', 'worker-mate', 'worker-next-grid', 'lead', 'officer', 'supervisor'],
  'partner',
]

/** The town of a file of tests; each of them begins on the same morning. */
export let world: World
let who: Record<string, Someone>
export const of = (name: string) => who[name] ?? expect.fail(`nobody called ${name}`)

export const openStories = () => {
  beforeAll(async () => {
    world = await openWorld()
    who = Object.fromEntries(await Promise.all(names.map(async name => [name, await world.someone(name)] as const)))
  })
  beforeEach(() => {
    world.clock.now = tuesdayMorning
  })
  afterAll(() => world.close())
}

export const file = async (more: object = {}) => {
  const id = randomUUID()
  await of('resident').call('fileReport', { id, words: '楼道里堆着垃圾', buildingId: 't001v1g1b1', ...more })
  return id
}
/** A tap takes its time: what came first stands first. */
export const tap = (id: string) => {
  world.clock.forward(1 / 60)
  return { id, eventId: randomUUID() }
}
export const stateOf = (id: string) => of('resident').call('getReport', { id })
export const newest = async (name: string, id: string) =>
  (await of(name).call('listAlerts', {})).items.find(alert => alert.page.endsWith(id))
