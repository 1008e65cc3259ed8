import type { Me, Policy } from '../core/policy.ts'
import type { ReportEvent } from './report-moves.ts'

/** What the policy needs to know of a report. Area ids are those of the report's own grid and its parents. */
export type ReportSubject = {
  reporterId: string
  ownerId: string
  unitId: string | null
  gridId: string
  communityId: string
  townshipId: string
  districtId: string
  /** Whether `me` has joined it with 我也遇到. */
  joined: boolean
}

export const reportRelations = [
  'reporter',
  'joiner',
  'owner',
  'worker',
  'lead',
  'officer',
  'supervisor',
  'partner',
  'neighbour',
] as const
export type ReportRelation = (typeof reportRelations)[number]

const areaOf = {
  worker: 'gridId',
  lead: 'communityId',
  officer: 'townshipId',
  supervisor: 'districtId',
} as const

const relationsOf = (me: Me, report: ReportSubject): ReportRelation[] => {
  const relations: ReportRelation[] =
    report.reporterId === me.id ? ['reporter'] : [report.joined ? 'joiner' : 'neighbour']
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
  return [...relations, ...staff]
}

/** What can be done to a report besides the moves of its life. */
export type ReportAction =
  | Exclude<ReportEvent, 'file' | 'climb' | 'lapse' | 'ask' | 'recur' | 'remind'>
  | 'see'
  | 'seeStaffNotes'
  | 'reveal'

const everybodyOnDuty = ['worker', 'lead', 'officer', 'supervisor'] as const
const above = ['lead', 'officer', 'supervisor'] as const

/**
 * Who may do what to a report. Not in a row means refused; a person who may not even `see` it is told that there is no
 * such report. A `neighbour` is anybody who has neither filed nor joined it.
 */
export const reportPolicy: Policy<ReportSubject, ReportRelation, ReportAction> = {
  relationsOf,
  may: {
    see: ['reporter', 'joiner', 'owner', 'partner', ...everybodyOnDuty],
    seeStaffNotes: ['owner', 'partner', ...everybodyOnDuty],
    join: ['neighbour'],
    note: ['reporter', 'owner', 'partner', ...everybodyOnDuty],
    accept: [...everybodyOnDuty],
    start: ['owner'],
    return: ['owner', 'worker'],
    assign: [...above],
    dispatch: ['owner', ...above],
    finish: ['partner'],
    resolve: ['owner'],
    confirm: ['reporter'],
    reopen: ['reporter'],
    withdraw: ['reporter'],
    supervise: ['officer', 'supervisor'],
    visit: ['officer'],
    still: ['reporter'],
    reveal: ['owner'],
  },
}
