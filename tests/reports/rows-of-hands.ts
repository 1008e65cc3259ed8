import {
  accept,
  accepted,
  after,
  afterMinutes,
  both,
  filed,
  inHand,
  type Row,
  resolve,
  resolved,
  start,
  words,
} from './scenes.ts'

/** Who hears of what when somebody else than its owner does the work. */
export const rowsOfHands: Row[] = [
  {
    ...{ event: 'note', when: 'a neighbour who joined adds something', scene: accepted },
    act: ({ who, tap }, id) => who.neighbour.call('noteReport', { ...tap(id), words }),
    ...{ hears: { worker: 'task-noted' }, quiets: false },
  },
  {
    ...{ event: 'reopen', when: 'a neighbour who joined says that it is not solved', scene: resolved },
    act: ({ who, tap }, id) => who.neighbour.call('reopenReport', tap(id)),
    ...{ hears: { lead: 'task-reopened', worker: 'task-reopened', resident: 'report-reopened' }, quiets: true },
  },
  {
    ...{ event: 'resolve', when: 'it is solved and nothing can be shown of it', scene: accepted },
    act: ({ who, tap }, id) => who.worker.call('resolveReport', { ...tap(id), words, unseen: 'unsafe' }),
    hears: { resident: 'report-resolved-unseen', neighbour: 'report-joined-resolved-unseen' },
    quiets: true,
  },
  {
    ...{
      event: 'accept',
      when: 'it has climbed, and the grid takes it in hand',
      scene: after(filed, afterMinutes(31)),
    },
    ...{ act: accept, hears: { lead: 'task-in-hand', ...both('report-accepted') }, quiets: true },
  },
  {
    ...{ event: 'start', when: 'a colleague goes there', scene: accepted },
    act: ({ who, tap }, id) => who['worker-mate'].call('startReport', tap(id)),
    ...{ hears: { worker: 'task-in-hand', ...both('report-started') }, quiets: true },
  },
  {
    ...{ event: 'start', when: 'whoever has it in hand begins', scene: inHand, act: start },
    ...{ hears: { lead: 'task-in-hand', ...both('report-started') }, quiets: true },
  },
  {
    ...{ event: 'resolve', when: 'the worker solves it for the village', scene: inHand, act: resolve },
    hears: { lead: 'task-done', resident: 'report-resolved', neighbour: 'report-joined-resolved' },
    quiets: true,
  },
  {
    ...{ event: 'resolve', when: 'a colleague solves it for both', scene: inHand },
    act: async ({ who, tap }, id) => {
      const photo = await who['worker-mate'].upload()
      await who['worker-mate'].call('resolveReport', { ...tap(id), words, photoIds: [photo.id] })
    },
    hears: { lead: 'task-done', worker: 'task-done', resident: 'report-resolved', neighbour: 'report-joined-resolved' },
    quiets: true,
  },
  {
    ...{ event: 'note', when: 'she adds something while the grid works for the village', scene: inHand },
    act: ({ who, tap }, id) => who.resident.call('noteReport', { ...tap(id), words }),
    ...{ hears: { worker: 'task-noted', lead: 'task-noted' }, quiets: false },
  },
  {
    ...{ event: 'assign', when: 'the village gives to the next grid what this one has in hand', scene: inHand },
    act: ({ who, tap }, id) => who.officer.call('assignReport', { ...tap(id), gridId: 't001v1g2', words }),
    hears: {
      ...{ 'worker-next-grid': 'report-new', worker: 'task-moved', lead: 'task-moved' },
      ...both('report-assigned'),
    },
    quiets: true,
  },
  {
    ...{ event: 'climb', when: 'what the grid has in hand is late', scene: inHand, act: afterMinutes(121) },
    hears: { worker: 'task-overdue', lead: 'task-overdue', officer: 'task-climbed', ...both('report-climbed') },
    quiets: true,
  },
  {
    ...{
      event: 'reopen',
      when: 'the village answered for it, and the grid had solved it',
      scene: after(inHand, resolve),
    },
    act: ({ who, tap }, id) => who.resident.call('reopenReport', tap(id)),
    ...{ hears: { lead: 'task-reopened', worker: 'task-reopened', neighbour: 'report-reopened' }, quiets: true },
  },
]
