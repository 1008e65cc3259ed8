import { randomUUID } from 'node:crypto'
import { openWorld, type Someone, tuesdayMorning, type World } from '../support/world.ts'

const names = [
  ...['resident', 'neighbour', 'worker', 'worker-mate', 'worker-next-grid', 'lead', 'officer', 'officer-next-town'],
  ...['supervisor', 'partner', 'partner-other'],
] as const
type Name = (typeof names)[number]

/** The town with everybody signed in, and the few things that every story begins with. */
export const openCast = async () => {
  const world: World = await openWorld()
  const who = {} as Record<Name, Someone>
  const signIn = async () => {
    for (const name of names) who[name] = await world.someone(name)
  }
  await signIn()
  /** A tap takes its time: what came first stands first. */
  const tap = (id: string) => {
    world.clock.forward(1 / 60)
    return { id, eventId: randomUUID() }
  }
  const file = async (more: object = {}) => {
    const { id } = await who.resident.call('fileReport', {
      id: randomUUID(),
      words: '楼道里堆着垃圾',
      buildingId: 't001v1g1b1',
      ...more,
    })
    return id
  }
  const resolve = async (id: string) => {
    await who.worker.call('acceptReport', tap(id))
    const photo = await who.worker.upload()
    await who.worker.call('resolveReport', { ...tap(id), words: '修好了', photoIds: [photo.id] })
  }
  const close = async (id: string, rating: 'good' | 'fair' | 'poor' = 'good') => {
    await resolve(id)
    await who.resident.call('confirmReport', { ...tap(id), rating })
  }
  /** Sessions do not live as long as these stories. */
  const days = async (count: number) => {
    world.clock.forward(count * 24 * 60)
    await signIn()
  }
  const restart = () => {
    world.clock.now = tuesdayMorning
  }
  const stateOf = (id: string, name: Name = 'resident') => who[name].call('getReport', { id })
  const alertsOf = async (name: Name, id: string) =>
    (await who[name].call('listAlerts', { limit: 50 })).items.filter(it => it.page.endsWith(id)).map(it => it.kind)
  return { world, who, tap, file, resolve, close, days, restart, stateOf, alertsOf }
}

export type Town = Awaited<ReturnType<typeof openCast>>
