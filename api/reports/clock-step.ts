import type { ReportRow } from '@huiyin/db/reports/queries.ts'
import type { NewStep } from '@huiyin/db/reports/write-queries.ts'
import type { ReportEvent } from '@huiyin/shared/reports/report-moves.ts'
import { uuidOf } from '../core/secrets.ts'

/** Stands for the clock where a person is asked for. */
export const noPerson = '00000000-0000-0000-0000-000000000000'

type ClockEvent = Extract<ReportEvent, 'climb' | 'lapse' | 'ask' | 'recur' | 'remind'>

/** What the clock does. The same report at the same step gives the same id: two workers cannot write it twice. */
export const clockStep = (report: ReportRow, event: ClockEvent): NewStep => ({
  id: uuidOf(`${event} ${report.id} ${report.seq + 1}`),
  event,
  actorId: null,
  actor: '系统',
  words: null,
  staffOnly: event === 'recur' || event === 'remind',
  inputHash: '',
  photoIds: [],
  checkWords: false,
})
