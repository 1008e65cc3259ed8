import { randomUUID } from 'node:crypto'
import { reportEvents } from '@huiyin/shared/reports/report-moves.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listen, type Promised } from '../support/who-heard.ts'
import { openCast, type Town } from './cast.ts'

/** Who hears of what in the life of a report, and who does not: by hand, from what the town was promised. */
let town: Town
beforeAll(async () => {
  town = await openCast()
})
beforeEach(() => town.restart())
afterAll(() => town.world.close())

const words = '请看一下'
type Scene = (town: Town) => Promise<string>
type Act = (town: Town, id: string) => Promise<unknown>
type Row = Promised & { event: (typeof reportEvents)[number]; when: string; scene: Scene; act: Act }

/** No lot of these ids is drawn for a visit. */
let count = 0
const undrawn = () => `0000000${count++}-0000-4000-8000-000000000000`

/** Filed by the resident, and joined by the neighbour. */
const filed: Scene = async ({ who, tap, file }) => {
  const id = await file({ words: '水管漏水' })
  await who.neighbour.call('joinReport', tap(id))
  return id
}
const after =
  (scene: Scene, act: Act): Scene =>
  async town => {
    const id = await scene(town)
    await act(town, id)
    return id
  }

const accept: Act = ({ who, tap }, id) => who.worker.call('acceptReport', tap(id))
const start: Act = ({ who, tap }, id) => who.worker.call('startReport', tap(id))
const giveBack: Act = ({ who, tap }, id) => who.worker.call('returnReport', { ...tap(id), words })
const dispatch: Act = ({ who, tap }, id) => who.worker.call('dispatchReport', { ...tap(id), unitId: 'u-water' })
const resolve: Act = async ({ who, tap }, id) => {
  const photo = await who.worker.upload()
  await who.worker.call('resolveReport', { ...tap(id), words, photoIds: [photo.id] })
}
const rate =
  (rating: 'good' | 'poor'): Act =>
  ({ who, tap }, id) =>
    who.resident.call('confirmReport', { ...tap(id), rating })
const supervise: Act = ({ who, tap }, id) => who.officer.call('superviseReport', { ...tap(id), words })
const visit =
  (result: 'solved' | 'not-solved'): Act =>
  ({ who, tap }, id) =>
    who.officer.call('recordVisit', { ...tap(id), result, words })
const assign: Act = ({ who, tap }, id) => who.lead.call('assignReport', { ...tap(id), gridId: 't001v1g2', words })
const afterMinutes =
  (minutes: number): Act =>
  ({ world }) => {
    world.clock.forward(minutes)
    return world.api.chores()
  }
const afterDays =
  (count: number): Act =>
  async ({ world, days }) => {
    await days(count)
    await world.api.chores()
  }

const accepted = after(filed, accept)
const dispatched = after(accepted, dispatch)
const resolved = after(accepted, resolve)
const closed = after(resolved, rate('poor'))
const visited = after(closed, visit('solved'))
const asked = after(visited, afterDays(7))

const leak = { words: '水管漏水', buildingId: 't001v1g1b3' }
const elsewhere: Scene = async ({ file, close }) => {
  const id = await file(leak)
  await close(id)
  return id
}

const both = (kind: string) => ({ resident: kind, neighbour: kind })

const rows: Row[] = [
  {
    ...{ event: 'file', when: 'it is filed', scene: async () => randomUUID(), act: ({ file }, id) => file({ id }) },
    ...{ hears: { worker: 'report-new', 'worker-mate': 'report-new', resident: 'report-received' }, quiets: false },
  },
  {
    ...{ event: 'join', when: 'a neighbour joins', scene: ({ file }) => file() },
    act: ({ who, tap }, id) => who.neighbour.call('joinReport', tap(id)),
    ...{ hears: { worker: 'report-joined' }, quiets: false },
  },
  {
    ...{ event: 'note', when: 'the reporter adds something', scene: filed },
    act: ({ who, tap }, id) => who.resident.call('noteReport', { ...tap(id), words }),
    ...{ hears: { worker: 'task-noted' }, quiets: false },
  },
  {
    ...{ event: 'note', when: 'its owner adds something', scene: accepted },
    act: ({ who, tap }, id) => who.worker.call('noteReport', { ...tap(id), words }),
    ...{ hears: both('report-noted'), quiets: false },
  },
  {
    ...{ event: 'note', when: 'the village adds something for the staff alone', scene: accepted },
    act: ({ who, tap }, id) => who.lead.call('noteReport', { ...tap(id), words, staffOnly: true }),
    ...{ hears: { worker: 'task-noted' }, quiets: false },
  },
  {
    ...{ event: 'note', when: 'the partner unit adds something', scene: dispatched },
    act: ({ who, tap }, id) => who.partner.call('noteReport', { ...tap(id), words }),
    ...{ hears: { worker: 'task-noted', ...both('report-noted') }, quiets: false },
  },
  {
    ...{ event: 'accept', when: 'its owner accepts', scene: filed, act: accept },
    ...{ hears: both('report-accepted'), quiets: true },
  },
  {
    ...{ event: 'accept', when: 'somebody else of the grid accepts', scene: filed },
    act: ({ who, tap }, id) => who['worker-mate'].call('acceptReport', tap(id)),
    ...{ hears: { worker: 'task-noted', ...both('report-accepted') }, quiets: true },
  },
  {
    ...{ event: 'start', when: 'work begins', scene: accepted, act: start },
    ...{ hears: both('report-started'), quiets: true },
  },
  {
    ...{ event: 'return', when: 'the grid gives it back', scene: filed, act: giveBack },
    ...{ hears: { lead: 'task-returned', ...both('report-returned') }, quiets: true },
  },
  {
    ...{ event: 'return', when: 'the village gives it back too', scene: after(filed, giveBack) },
    act: ({ who, tap }, id) => who.lead.call('returnReport', { ...tap(id), words }),
    ...{ hears: { officer: 'task-ruling', ...both('report-ruling') }, quiets: true },
  },
  {
    ...{ event: 'assign', when: 'the village gives it to the next grid', scene: accepted, act: assign },
    ...{ hears: { 'worker-next-grid': 'report-new', ...both('report-assigned') }, quiets: true },
  },
  {
    ...{ event: 'dispatch', when: 'a partner unit is sent', scene: accepted, act: dispatch },
    ...{ hears: { partner: 'task-dispatched', ...both('report-dispatched') }, quiets: true },
  },
  {
    ...{ event: 'finish', when: 'the partner unit is done', scene: dispatched },
    act: ({ who, tap }, id) => who.partner.call('finishReport', { ...tap(id), words }),
    ...{ hears: { worker: 'task-finished' }, quiets: true },
  },
  {
    ...{ event: 'resolve', when: 'it is solved', scene: accepted, act: resolve },
    ...{ hears: both('report-resolved'), quiets: true },
  },
  {
    ...{ event: 'resolve', when: 'it is solved after a partner unit was there', scene: dispatched, act: resolve },
    ...{ hears: both('report-resolved'), quiets: true },
  },
  {
    ...{ event: 'confirm', when: 'she is content', act: rate('good') },
    scene: async town => {
      const id = await town.file({ id: undrawn() })
      await town.resolve(id)
      return id
    },
    ...{ hears: { worker: 'task-confirmed' }, quiets: true },
  },
  {
    ...{ event: 'confirm', when: 'she rates it as poor', scene: resolved, act: rate('poor') },
    ...{ hears: { worker: 'task-confirmed', officer: 'task-visit' }, quiets: true },
  },
  {
    ...{ event: 'reopen', when: 'she says that it is not solved', scene: resolved },
    act: ({ who, tap }, id) => who.resident.call('reopenReport', tap(id)),
    ...{ hears: { lead: 'task-reopened', worker: 'task-reopened', neighbour: 'report-reopened' }, quiets: true },
  },
  {
    ...{ event: 'withdraw', when: 'she takes it back', scene: ({ file }) => file() },
    act: ({ who, tap }, id) => who.resident.call('withdrawReport', tap(id)),
    ...{ hears: { worker: 'task-withdrawn', 'worker-mate': 'task-withdrawn' }, quiets: true },
  },
  {
    ...{ event: 'climb', when: 'nobody accepts in time', scene: filed, act: afterMinutes(31) },
    ...{ hears: { worker: 'task-overdue', lead: 'task-climbed', ...both('report-climbed') }, quiets: true },
  },
  {
    ...{ event: 'climb', when: 'a supervision is missed', scene: after(accepted, supervise), act: afterMinutes(61) },
    hears: {
      ...{ officer: 'task-supervise-missed', worker: 'task-supervise-missed', lead: 'task-climbed' },
      ...both('report-climbed'),
    },
    quiets: true,
  },
  {
    ...{ event: 'supervise', when: 'the township wants it sooner', scene: accepted, act: supervise },
    ...{ hears: { worker: 'task-supervised', ...both('report-supervised') }, quiets: false },
  },
  {
    ...{ event: 'lapse', when: 'she says nothing to the solution', act: afterDays(8) },
    scene: async town => {
      const id = await town.file({ id: undrawn() })
      await town.who.neighbour.call('joinReport', town.tap(id))
      await town.resolve(id)
      return id
    },
    ...{ hears: both('report-closed'), quiets: true },
  },
  {
    ...{ event: 'visit', when: 'the township has asked, and it is solved', scene: closed, act: visit('solved') },
    ...{ hears: both('report-visited'), quiets: true },
  },
  {
    ...{ event: 'visit', when: 'the township has asked, and it is not', scene: closed, act: visit('not-solved') },
    hears: { lead: 'task-reopened', worker: 'task-reopened', ...both('report-reopened') },
    quiets: true,
  },
  {
    ...{ event: 'ask', when: 'a week has passed since the closing', scene: visited, act: afterDays(7) },
    ...{ hears: { resident: 'report-still' }, quiets: false },
  },
  {
    ...{ event: 'still', when: 'she says that it is fine', scene: asked },
    act: ({ who, tap }, id) => who.resident.call('answerStill', { ...tap(id), answer: 'fine' }),
    ...{ hears: { worker: 'task-still' }, quiets: true },
  },
  {
    ...{ event: 'still', when: 'she says that it is broken again', scene: asked },
    act: ({ who, tap }, id) => who.resident.call('answerStill', { ...tap(id), answer: 'broken' }),
    ...{ hears: { lead: 'task-reopened', worker: 'task-reopened', neighbour: 'report-reopened' }, quiets: true },
  },
  {
    ...{ event: 'recur', when: 'the same is filed again by somebody else', scene: elsewhere },
    act: ({ who }) => who['officer-next-town'].call('fileReport', { id: randomUUID(), ...leak }),
    ...{ hears: { worker: 'task-recurred', 'worker-mate': 'task-recurred' }, quiets: false },
  },
  {
    ...{ event: 'remind', when: 'nobody has visited her for a week', scene: closed, act: afterDays(7) },
    // On this day she is asked, too.
    hears: { officer: 'task-visit-late', supervisor: 'task-visit-late', resident: 'report-still' },
    quiets: false,
  },
]

test.each(rows)('$event: when $when, these hear, and nobody else', async ({ scene, act, hears, quiets }) => {
  const { world } = town
  const id = await scene(town)
  expect(await listen(world.outside.db, id, () => act(town, id), world.settle)).toEqual({ hears, quiets })
})

test('every event of the life has its row', () => {
  expect(new Set(rows.map(it => it.event))).toEqual(new Set(reportEvents))
})
