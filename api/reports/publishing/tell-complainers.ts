import type { Outside } from '@huiyin/api/core/outside.ts'
import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { listSettledComplaints, type SettledComplaint, tellComplainer } from '@huiyin/db/reports/complaint-queries.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { daysAfter } from '../closing/closing.ts'

/** Whoever complained of what was published hears what became of it: shown again, or gone, whoever took it down and why. */
export const tellComplainers = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<void> => {
  const settled = await listSettledComplaints(db, daysAfter(now(), -reportLimits.complaintDays), 100)
  for (const it of settled) await tellComplainer(db, it, noticeFor(it), now())
}

const noticeFor = ({ personId, shown }: SettledComplaint): NewAlert => ({
  recipientId: personId,
  kind: shown ? 'publication-complaint-kept' : 'publication-complaint-gone',
  fill: { number: '', kind: '', place: '' },
  urgent: false,
  template: null,
  audience: 'resident',
  calls: false,
})
