import { fillOf } from '@huiyin/api/reports/notices.ts'
import type { ReportAlert } from '@huiyin/shared/reports/report-alerts.ts'
import { createRandom } from '../town/random.ts'
import { resident, type UnitId } from '../town/words.ts'
import type { Life, Step } from './life.ts'
import type { Matter } from './matters.ts'
import type { Town } from './staff.ts'
import { numberOf } from './write.ts'

/** Whom an event tells, and how; the actor never hears of his own act. */
const told: Partial<Record<Step['event'], { follower?: ReportAlert; owner?: ReportAlert; unit?: ReportAlert }>> = {
  file: { follower: 'report-received', owner: 'report-new' },
  join: { owner: 'report-joined' },
  note: { follower: 'report-noted', owner: 'task-noted' },
  accept: { follower: 'report-accepted' },
  start: { follower: 'report-started' },
  return: { follower: 'report-returned', owner: 'task-returned' },
  dispatch: { follower: 'report-dispatched', unit: 'task-dispatched' },
  finish: { owner: 'task-finished' },
  resolve: { follower: 'report-resolved' },
  confirm: { owner: 'task-confirmed' },
  reopen: { follower: 'report-reopened', owner: 'task-reopened' },
  climb: { follower: 'report-climbed', owner: 'task-climbed' },
  withdraw: { follower: 'report-withdrawn', owner: 'task-withdrawn' },
  lapse: { follower: 'report-closed' },
}

const readAfterHours = 20
const hour = 3_600_000

/** Inbox rows of all that ever happened; what is older than a night has been read. `matters` in the order of their numbers. */
export const inboxOf = (matters: readonly Matter[], town: Town, now: Date) =>
  matters.flatMap((matter, index) => matter.life.steps.flatMap(step => rowsOf(matter, step, index + 1, town, now)))

export type InboxRow = ReturnType<typeof inboxOf>[number]

const rowsOf = ({ life, story }: Matter, step: Step, number: number, town: Town, now: Date) => {
  const { filing } = life
  const random = createRandom(`inbox ${step.id}`)
  const { kind, place, urgency, createdAt } = filing
  const { level, dueAt, at } = step
  const report = { id: filing.id, number: numberOf(createdAt, number), kind, place, urgency, level, dueAt }
  const fill = fillOf(report, step.event === 'file' ? town.ownerAt('grid', filing.gridId).shown : step.actor)
  const read = now.getTime() - at.getTime() > readAfterHours * hour
  return recipientsOf(life, story.unit, step, town).map(recipient => ({
    id: random.id(),
    event_id: step.id,
    matter_id: filing.id,
    grid_id: filing.gridId,
    recipient_id: recipient.id,
    channel: 'inbox',
    kind: recipient.kind,
    fill,
    urgent: urgency === 'urgent',
    state: 'sent',
    due_at: at,
    attempts: 0,
    created_at: at,
    sent_at: at,
    read_at: read ? new Date(at.getTime() + hour / 2) : null,
  }))
}

const recipientsOf = (life: Life, unitId: UnitId, step: Step, town: Town): { id: string; kind: ReportAlert }[] => {
  const { follower, owner, unit } = told[step.event] ?? {}
  const followers = [{ id: life.filing.reporterId, at: life.filing.createdAt }, ...life.joiners].filter(
    it => it.at <= step.at,
  )
  // What one colleague notes for another is not for residents, nor is a resident's own note notices to the neighbours.
  const forFollowers = step.event !== 'note' || !(step.staffOnly || step.actor === resident)
  return [
    ...(follower && forFollowers ? followers.map(it => ({ id: it.id, kind: follower })) : []),
    ...(owner ? [{ id: step.ownerId, kind: owner }] : []),
    ...(unit ? town.unitStaff(unitId).map(it => ({ id: it.id, kind: unit })) : []),
  ].filter(it => it.id !== step.actorId || step.event === 'file')
}
