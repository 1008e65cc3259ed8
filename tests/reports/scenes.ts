import type { reportEvents } from '@huiyin/shared/reports/report-states.ts'
import type { Promised } from '../support/who-heard.ts'
import type { Town } from './cast.ts'

/** How a report comes to stand somewhere, and what brings it further. */
export const words = '请看一下'
export type Scene = (town: Town) => Promise<string>
export type Act = (town: Town, id: string) => Promise<unknown>
/** No lot of these ids is drawn for a visit. */
let count = 0
export const undrawn = () => `0000000${count++}-0000-4000-8000-000000000000`

/** Filed by the resident, and joined by the neighbour. */
export const filed: Scene = async ({ who, tap, file }) => {
  const id = await file({ words: '水管漏水' })
  await who.neighbour.call('joinReport', tap(id))
  return id
}
export const after =
  (scene: Scene, act: Act): Scene =>
  async town => {
    const id = await scene(town)
    await act(town, id)
    return id
  }

export const accept: Act = ({ who, tap }, id) => who.worker.call('acceptReport', tap(id))
export const start: Act = ({ who, tap }, id) => who.worker.call('startReport', tap(id))
export const giveBack: Act = ({ who, tap }, id) => who.worker.call('returnReport', { ...tap(id), words })
export const dispatch: Act = ({ who, tap }, id) => who.worker.call('dispatchReport', { ...tap(id), unitId: 'u-water' })
export const resolve: Act = async ({ who, tap }, id) => {
  const photo = await who.worker.upload()
  await who.worker.call('resolveReport', { ...tap(id), words, photoIds: [photo.id] })
}
export const rate =
  (rating: 'good' | 'poor'): Act =>
  ({ who, tap }, id) =>
    who.resident.call('confirmReport', { ...tap(id), rating })
export const supervise: Act = ({ who, tap }, id) => who.officer.call('superviseReport', { ...tap(id), words })
export const visit =
  (result: 'solved' | 'not-solved'): Act =>
  ({ who, tap }, id) =>
    who.officer.call('recordVisit', { ...tap(id), result, words })
export const reopen: Act = ({ who, tap }, id) => who.resident.call('reopenReport', tap(id))
export const assign: Act = ({ who, tap }, id) =>
  who.lead.call('assignReport', { ...tap(id), gridId: 't001v1g2', words })
export const afterMinutes =
  (minutes: number): Act =>
  ({ world }) => {
    world.clock.forward(minutes)
    return world.api.chores()
  }
export const afterDays =
  (count: number): Act =>
  async ({ world, days }) => {
    await days(count)
    await world.api.chores()
  }

export const accepted = after(filed, accept)
/** Nobody accepted in time: the village answers for it, and the worker of the grid takes it in hand. */
export const inHand = after(after(filed, afterMinutes(31)), accept)
export const dispatched = after(accepted, dispatch)
export const resolved = after(accepted, resolve)
export const closed = after(resolved, rate('poor'))
export const visited = after(closed, visit('solved'))
export const asked = after(visited, afterDays(7))

export const leak = { words: '水管漏水', buildingId: 't001v1g1b3' }
export const elsewhere: Scene = async ({ file, close }) => {
  const id = await file(leak)
  await close(id)
  return id
}

/** One event, how it comes about, and who hears of it. */
export type Row = Promised & { event: (typeof reportEvents)[number]; when: string; scene: Scene; act: Act }

export const both = (kind: string) => ({ resident: kind, neighbour: kind })
/** All who answer for the grid. */
export const grid = (kind: string) => ({ worker: kind, 'worker-mate': kind })
