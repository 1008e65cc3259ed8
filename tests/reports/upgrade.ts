import { randomUUID } from 'node:crypto'
import { reportEvents } from '@huiyin/shared/reports/report-states.ts'
import { tap } from '../support/world.ts'
import { untilTaken } from '../upgrade/pressing.ts'
import { handlers, lawyers } from '../upgrade/reading.ts'
import type { Step, Upgrade } from '../upgrade/room-upgrade.ts'
import { beginReports, goOnWithReports } from './story.ts'

const staff = handlers.filter(it => it !== 'partner')
const accept: Step = { by: staff, take: (who, { id }) => who.call('acceptReport', tap(id)) }
const resolve: Step = {
  by: staff,
  take: async (who, { id }) =>
    who.call('resolveReport', { ...tap(id), words: '修好了', photoIds: [(await who.upload()).id] }),
}

export const upgrade: Upgrade = {
  ...{ matters: 'reports', begunBy: 'reporter_id', events: { table: 'report_events', all: reportEvents } },
  begin: async it => {
    await beginReports(it)
    return undefined
  },
  goOn: goOnWithReports,
  readings: matters => ({
    own: [
      ...['reports/mine?limit=50', 'reports/nearby?buildingId=t001v1g1b1', 'publications'],
      ...matters.map(it => `reports/${it.id}`),
    ],
    others: [
      {
        by: handlers,
        paths: [
          ...['t001v1g1', 't001v1g2', 't001v1', 't001', 'd001'].flatMap(it => [
            `reports/desk?desk=${it}&show=all&limit=50`,
            `reports/desk/counts?desk=${it}`,
          ]),
          'visits?desk=t001&limit=50',
        ],
      },
      {
        by: ['worker', 'officer', ...lawyers.slice(0, 1), 'justice'],
        paths: matters.flatMap(({ id }) => [`reports/${id}/alerts`, `reports/${id}/publication`]),
      },
    ],
  }),
  further: {
    ...{ filed: accept, returned: accept, reopened: accept, accepted: resolve, working: resolve, dispatched: resolve },
    resolved: { by: [], take: (who, { id }) => who.call('confirmReport', { ...tap(id), rating: 'good' }) },
  },
  demand: async who => {
    const input = { id: randomUUID(), words: '楼道里的灯坏了', buildingId: 't001v1g1b1' }
    const { number } = await untilTaken(() => who.call('fileReport', input))
    await untilTaken(() => who.call('listMyReports', {}))
    return { by: who.openid, id: input.id, number, again: one => one.call('fileReport', input) }
  },
  read: (who, id) => who.call('getReport', { id }),
}
