import {
  accepted,
  after,
  afterMinutes,
  assign,
  both,
  dispatch,
  dispatched,
  giveBack,
  type Row,
  resolve,
  supervise,
  words,
} from './scenes.ts'

/** Who hears of what while a partner unit is out there for it. */
export const rowsOfUnits: Row[] = [
  {
    ...{ event: 'dispatch', when: 'a partner unit is sent', scene: accepted, act: dispatch },
    ...{ hears: { partner: 'task-dispatched', ...both('report-dispatched') }, quiets: true },
  },
  {
    ...{ event: 'dispatch', when: 'the village sends one for its owner', scene: accepted },
    act: ({ who, tap }, id) => who.lead.call('dispatchReport', { ...tap(id), unitId: 'u-water' }),
    hears: { worker: 'task-outsourced', partner: 'task-dispatched', ...both('report-dispatched') },
    quiets: true,
  },
  {
    ...{ event: 'dispatch', when: 'another unit is sent instead', scene: dispatched },
    act: ({ who, tap }, id) => who.worker.call('dispatchReport', { ...tap(id), unitId: 'u-estate' }),
    hears: { partner: 'task-recalled', 'partner-other': 'task-dispatched', ...both('report-dispatched') },
    quiets: true,
  },
  {
    ...{ event: 'note', when: 'the partner unit adds something', scene: dispatched },
    act: ({ who, tap }, id) => who.partner.call('noteReport', { ...tap(id), words }),
    ...{ hears: { worker: 'task-noted', ...both('report-noted') }, quiets: false },
  },
  {
    ...{ event: 'note', when: 'the reporter adds something while a unit is out there', scene: dispatched },
    act: ({ who, tap }, id) => who.resident.call('noteReport', { ...tap(id), words }),
    ...{ hears: { worker: 'task-noted', partner: 'task-noted' }, quiets: false },
  },
  {
    ...{ event: 'finish', when: 'the partner unit is done', scene: dispatched },
    act: ({ who, tap }, id) => who.partner.call('finishReport', { ...tap(id), words }),
    ...{ hears: { worker: 'task-finished' }, quiets: true },
  },
  {
    ...{ event: 'resolve', when: 'it is solved while a unit is out there', scene: dispatched, act: resolve },
    ...{
      hears: { partner: 'task-recalled', resident: 'report-resolved', neighbour: 'report-joined-resolved' },
      quiets: true,
    },
  },
  {
    ...{ event: 'assign', when: 'a unit is out there for it', scene: dispatched, act: assign },
    hears: {
      ...{ 'worker-next-grid': 'report-new', worker: 'task-moved', partner: 'task-recalled' },
      ...both('report-assigned'),
    },
    quiets: true,
  },
  {
    ...{ event: 'return', when: 'a unit is out there for it', scene: dispatched, act: giveBack },
    hears: { lead: 'task-returned', partner: 'task-recalled', ...both('report-returned') },
    quiets: true,
  },
  {
    ...{ event: 'assign', when: 'the unit has done its part', act: assign },
    scene: after(dispatched, ({ who, tap }, id) => who.partner.call('finishReport', { ...tap(id), words })),
    ...{ hears: { 'worker-next-grid': 'report-new', worker: 'task-moved', ...both('report-assigned') }, quiets: true },
  },
  {
    ...{ event: 'supervise', when: 'a unit is out there for it', scene: dispatched, act: supervise },
    hears: { worker: 'task-supervised', partner: 'task-supervised', ...both('report-supervised') },
    quiets: false,
  },
  {
    ...{ event: 'climb', when: 'a unit is late', scene: dispatched, act: afterMinutes(121) },
    hears: { worker: 'task-overdue', partner: 'task-overdue', lead: 'task-climbed', ...both('report-climbed') },
    quiets: true,
  },
]
