import { holdsPost, type Me } from '../core/policy.ts'
import type { Level } from '../grids/area.ts'
import { type Life, leadsTo, staysIn } from '../matters/life.ts'
import { reportLimits } from './report-limits.ts'
import {
  finalStates,
  isOpen,
  type ReportEvent,
  type ReportState,
  reportStates,
  waitingStates,
  workingStates,
} from './report-states.ts'
import { mayConfirm, type ReportSource } from './two-keys.ts'

/** What the life needs to know of a report. Area ids are those of the report's own grid and its parents. */
export type ReportSubject = {
  state: ReportState
  level: Level
  reporterId: string
  source: ReportSource
  /** Whom it was filed for, where that is not the reporter and she has an account. */
  forId: string | null
  ownerId: string
  /** Who has the work in hand; null: nobody yet. */
  handId: string | null
  unitId: string | null
  buildingId: string | null
  gridId: string
  communityId: string
  townshipId: string
  districtId: string
  returns: number
  createdAt: Date
  closedAt: Date | null
  /** Since when the reporter is asked whether it is still solved; null: nobody waits for an answer. */
  askedAt: Date | null
  /** Whether `me` has joined it with 我也遇到. */
  joined: boolean
  /** Whether `me` has done some of the work, and whether whoever asked for it has. */
  worked: boolean
  askerWorked: boolean
  /** Whether its closing was drawn for a visit that nobody has made yet. */
  visitDrawn: boolean
}

/**
 * `asker`: whom it was filed for. `confirmer`: whose word ends it (`two-keys.ts`). `chief`: of its building, as long as it is open.
 * `owner`: who answers for it; `hand`: who does the work. `visitor`: of the township that has still to visit back, and therefore to telephone.
 */
export const reportRelations = [
  'reporter',
  'asker',
  'confirmer',
  'joiner',
  'chief',
  'owner',
  'hand',
  'worker',
  'lead',
  'officer',
  'supervisor',
  'partner',
  'visitor',
  'neighbour',
] as const
export type ReportRelation = (typeof reportRelations)[number]

const areaOf = {
  worker: 'gridId',
  lead: 'communityId',
  officer: 'townshipId',
  supervisor: 'districtId',
} as const

const bystander = (me: Me, { reporterId, forId, joined }: ReportSubject): ReportRelation => {
  if (reporterId === me.id) return 'reporter'
  if (forId === me.id) return 'asker'
  return joined ? 'joiner' : 'neighbour'
}

const isAbove = (relation: ReportRelation) => (above as readonly ReportRelation[]).includes(relation)

const relationsOf = (me: Me, report: ReportSubject): ReportRelation[] => {
  const relations: ReportRelation[] = [bystander(me, report)]
  const staff = me.posts.flatMap((post): ReportRelation[] => {
    if (post.role === 'partner') return report.unitId && post.unitId === report.unitId ? ['partner'] : []
    if (post.role in areaOf) {
      const role = post.role as keyof typeof areaOf
      return report[areaOf[role]] === post.areaId ? [role] : []
    }
    return []
  })
  // An owner without a duty over the place (a post taken away) keeps no right to it.
  if (report.ownerId === me.id && staff.length > 0) relations.push('owner')
  if (report.handId === me.id && staff.length > 0) relations.push('hand')
  if (report.visitDrawn && staff.includes('officer')) relations.push('visitor')
  if (mayConfirm(me, report, staff.some(isAbove))) relations.push('confirmer')
  if (isOpen(report.state) && report.buildingId && holdsPost(me, 'chief', report.buildingId)) relations.push('chief')
  return [...relations, ...staff]
}

/** What can be done to a report, and what the clock does to it. */
export type ReportAction = Exclude<ReportEvent, 'file'> | 'see' | 'seeStaffNotes' | 'reveal'

const onDuty = ['worker', 'lead', 'officer', 'supervisor'] as const
const above = ['lead', 'officer', 'supervisor'] as const
const running = [...waitingStates, ...workingStates] as const
const open = reportStates.filter(state => !(finalStates as readonly ReportState[]).includes(state))

const minute = 60_000
const day = 86_400_000

const takesBack = { filed: 'withdrawn' } as const

/** Until when the reporter may take it back; null once somebody has accepted it. */
export const withdrawUntil = ({ state, createdAt }: Pick<ReportSubject, 'state' | 'createdAt'>): Date | null =>
  state in takesBack ? new Date(createdAt.getTime() + reportLimits.withdrawMinutes * minute) : null

/** Whether the reporter could still open it again; a matter that is only resolved always can be. */
const canReopen = ({ closedAt }: ReportSubject, now: Date): boolean =>
  closedAt === null ||
  now.getTime() <= closedAt.getTime() + (reportLimits.reopenDays + reportLimits.reopenGraceDays) * day

/** Who has to decide after the last return: the level where it stands. */
export const awaitsRuling = ({ state, returns }: Pick<ReportSubject, 'state' | 'returns'>): boolean =>
  state === 'returned' && returns >= reportLimits.returns

/** The whole life of a report, row by row; the drawing in the documents is made from it. A `neighbour` has neither filed nor joined it. */
export const reportLife: Life<ReportState, ReportRelation, ReportSubject, ReportAction> = {
  relationsOf,
  rows: {
    // These two looks have always stood among what a reader can do.
    see: { who: ['reporter', 'asker', 'joiner', 'chief', 'owner', 'partner', ...onDuty] },
    seeStaffNotes: { who: ['owner', 'partner', ...onDuty] },
    join: { who: ['neighbour'], moves: staysIn(...running) },
    note: { who: ['reporter', 'asker', 'joiner', 'owner', 'partner', ...onDuty], moves: staysIn(...open) },
    accept: { who: onDuty, moves: leadsTo('accepted', ...waitingStates), answers: true },
    start: { who: onDuty, moves: { accepted: 'working' }, answers: true },
    return: {
      who: ['owner', 'worker'],
      moves: leadsTo('returned', ...running),
      unless: it => (it.returns >= reportLimits.returns || it.level === 'district' ? 'return-refused' : undefined),
      answers: true,
    },
    assign: { who: above, moves: leadsTo('filed', ...running), answers: true },
    dispatch: { who: onDuty, moves: leadsTo('dispatched', ...workingStates), answers: true },
    finish: { who: ['partner'], moves: { dispatched: 'working' }, answers: true },
    resolve: { who: onDuty, moves: leadsTo('resolved', ...workingStates), answers: true },
    confirm: { who: ['confirmer'], moves: { resolved: 'closed' }, answers: true },
    reopen: {
      who: ['reporter', 'asker', 'confirmer', 'joiner'],
      moves: leadsTo('reopened', 'resolved', 'closed'),
      unless: (it, now) => (canReopen(it, now) ? undefined : 'too-late'),
      answers: true,
    },
    withdraw: {
      who: ['reporter', 'asker'],
      moves: takesBack,
      unless: (it, now) => (now > (withdrawUntil(it) ?? now) ? 'too-late' : undefined),
      answers: true,
    },
    climb: { who: 'clock', moves: staysIn(...running), answers: true },
    lapse: { who: 'clock', moves: { resolved: 'closed' }, answers: true },
    // Days off were entered, or taken back: the deadline is reckoned anew.
    days: { who: 'clock', moves: staysIn(...running, 'resolved') },
    supervise: { who: ['officer', 'supervisor'], moves: staysIn(...running) },
    // The office's own visit may come late and still open the matter again: the reporter's window is not its window.
    visit: {
      who: ['officer'],
      moves: { closed: 'closed' },
      unless: it => (it.visitDrawn ? undefined : 'wrong-state'),
      or: 'reopen',
      answers: true,
    },
    ask: { who: 'clock', moves: { closed: 'closed' } },
    still: {
      who: ['reporter', 'asker'],
      moves: { closed: 'closed' },
      unless: (it, now) => (it.askedAt === null ? 'wrong-state' : canReopen(it, now) ? undefined : 'too-late'),
      or: 'reopen',
      answers: true,
    },
    recur: { who: 'clock', moves: { closed: 'closed' } },
    remind: { who: 'clock', moves: { closed: 'closed' } },
    reveal: { who: ['owner', 'hand', 'visitor'] },
  },
}
