import { randomUUID } from 'node:crypto'
import { reportEvents } from '@huiyin/shared/reports/report-states.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listen } from '../support/who-heard.ts'
import { openCast, type Town } from './cast.ts'
import { rowsAfterClosing } from './rows-after-closing.ts'
import { rowsOfDays } from './rows-of-days.ts'
import { rowsOfHands } from './rows-of-hands.ts'
import { rowsOfUnits } from './rows-of-units.ts'
import {
  accept,
  accepted,
  after,
  afterMinutes,
  assign,
  both,
  filed,
  giveBack,
  grid,
  type Row,
  rate,
  reopen,
  resolve,
  resolved,
  start,
  supervise,
  undrawn,
  words,
} from './scenes.ts'

/** Who hears of what in the life of a report, and who does not: by hand, from what the town was promised. */
let town: Town
beforeAll(async () => {
  town = await openCast()
})
beforeEach(() => town.restart())
afterAll(() => town.world.close())

const rows: Row[] = [
  {
    ...{ event: 'file', when: 'it is filed', scene: async () => randomUUID(), act: ({ file }, id) => file({ id }) },
    ...{ hears: { ...grid('report-new'), resident: 'report-received' }, quiets: false },
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
    ...{ event: 'accept', when: 'its owner accepts', scene: filed, act: accept },
    ...{ hears: both('report-accepted'), quiets: true },
  },
  {
    ...{ event: 'accept', when: 'somebody else of the grid accepts', scene: filed },
    act: ({ who, tap }, id) => who['worker-mate'].call('acceptReport', tap(id)),
    ...{ hears: { worker: 'task-moved', ...both('report-accepted') }, quiets: true },
  },
  {
    ...{ event: 'start', when: 'work begins', scene: accepted, act: start },
    ...{ hears: both('report-started'), quiets: true },
  },
  {
    ...{ event: 'return', when: 'the grid gives it back', scene: filed, act: giveBack },
    ...{ hears: { lead: 'task-returned', 'worker-mate': 'task-moved', ...both('report-returned') }, quiets: true },
  },
  {
    ...{ event: 'return', when: 'a colleague gives back what another has accepted', scene: accepted },
    act: ({ who, tap }, id) => who['worker-mate'].call('returnReport', { ...tap(id), words }),
    ...{ hears: { lead: 'task-returned', worker: 'task-moved', ...both('report-returned') }, quiets: true },
  },
  {
    ...{ event: 'return', when: 'the village gives it back too', scene: after(filed, giveBack) },
    act: ({ who, tap }, id) => who.lead.call('returnReport', { ...tap(id), words }),
    ...{ hears: { officer: 'task-ruling', ...both('report-ruling') }, quiets: true },
  },
  {
    ...{ event: 'assign', when: 'the village gives it to the next grid', scene: accepted, act: assign },
    ...{ hears: { 'worker-next-grid': 'report-new', worker: 'task-moved', ...both('report-assigned') }, quiets: true },
  },
  {
    ...{ event: 'assign', when: 'nobody of the grid had accepted it', scene: filed, act: assign },
    hears: { 'worker-next-grid': 'report-new', ...grid('task-moved'), ...both('report-assigned') },
    quiets: true,
  },
  {
    ...{ event: 'assign', when: 'the grid itself had given it back', scene: after(filed, giveBack), act: assign },
    ...{ hears: { 'worker-next-grid': 'report-new', ...both('report-assigned') }, quiets: true },
  },
  {
    ...{ event: 'assign', when: 'it was opened again', scene: after(resolved, reopen), act: assign },
    hears: { 'worker-next-grid': 'report-new', ...grid('task-moved'), ...both('report-assigned') },
    quiets: true,
  },
  {
    ...{ event: 'assign', when: 'it goes back to the grid that was late', scene: after(filed, afterMinutes(31)) },
    act: ({ who, tap }, id) => who.lead.call('assignReport', { ...tap(id), gridId: 't001v1g1', words }),
    ...{ hears: { ...grid('report-new'), ...both('report-assigned') }, quiets: true },
  },
  {
    ...{ event: 'resolve', when: 'it is solved', scene: accepted, act: resolve },
    ...{ hears: { resident: 'report-resolved', neighbour: 'report-joined-resolved' }, quiets: true },
  },
  {
    ...{ event: 'resolve', when: 'the township wanted it sooner', scene: after(accepted, supervise), act: resolve },
    ...{
      hears: { officer: 'task-supervise-kept', resident: 'report-resolved', neighbour: 'report-joined-resolved' },
      quiets: true,
    },
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
    ...{ event: 'reopen', when: 'she says that it is not solved', scene: resolved, act: reopen },
    ...{ hears: { lead: 'task-reopened', worker: 'task-reopened', neighbour: 'report-reopened' }, quiets: true },
  },
  {
    ...{ event: 'withdraw', when: 'she takes it back', scene: ({ file }) => file() },
    act: ({ who, tap }, id) => who.resident.call('withdrawReport', tap(id)),
    ...{ hears: grid('task-withdrawn'), quiets: true },
  },
  {
    ...{ event: 'withdraw', when: 'a neighbour waits for it too', scene: filed },
    act: ({ who, tap }, id) => who.resident.call('withdrawReport', tap(id)),
    ...{ hears: { ...grid('task-withdrawn'), neighbour: 'report-withdrawn' }, quiets: true },
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
  ...rowsOfDays,
  ...rowsOfHands,
  ...rowsOfUnits,
  ...rowsAfterClosing,
]

test.each(rows)('$event: when $when, these hear, and nobody else', async ({ scene, act, hears, quiets }) => {
  const { world } = town
  const id = await scene(town)
  expect(await listen(world.outside.db, id, () => act(town, id), world.settle)).toEqual({ hears, quiets })
})

test('every event of the life has its row', () => {
  expect(new Set(rows.map(it => it.event))).toEqual(new Set(reportEvents))
})
