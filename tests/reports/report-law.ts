import { cast, type Who } from '../support/cast.ts'

/** Where a matter can stand, whose it is, and whether the water company has the job. The place is grid t001v1g1. */
export type Situation = {
  name: string
  state: string
  level: string
  owner: Who
  hand: Who | null
  unit: string | null
  returns: number
}
const situation = (name: string, state: string, owner: Who, more: Partial<Situation> = {}): Situation => ({
  name,
  state,
  owner,
  level: { worker: 'grid', lead: 'community', officer: 'township' }[owner as string] ?? 'grid',
  hand: null,
  unit: null,
  returns: 0,
  ...more,
})
const water = { unit: 'u-water' }

export const situations: Situation[] = [
  situation('filed', 'filed', 'worker'),
  situation('climbed to the lead', 'filed', 'lead'),
  situation('returned', 'returned', 'lead', { returns: 1 }),
  situation('returned twice', 'returned', 'officer', { returns: 2 }),
  situation('reopened', 'reopened', 'lead'),
  situation('accepted by the worker', 'accepted', 'worker'),
  situation('accepted by the lead', 'accepted', 'lead'),
  situation('in the worker’s hands for the lead', 'accepted', 'lead', { hand: 'worker' }),
  situation('worked on', 'working', 'worker'),
  situation('the partner has finished', 'working', 'worker', water),
  situation('dispatched', 'dispatched', 'worker', water),
  situation('resolved', 'resolved', 'worker'),
  situation('resolved with the partner', 'resolved', 'worker', water),
  situation('closed', 'closed', 'worker', water),
  situation('withdrawn', 'withdrawn', 'worker'),
]

const waiting = ['filed', 'returned', 'reopened']
const inHand = ['accepted', 'working', 'dispatched']
const everywhere = [...waiting, ...inHand, 'resolved', 'closed', 'withdrawn']

/** `owner`: whoever answers for the matter now; `hand`: who does the work; `partner` counts only while the job is hers. */
type Right = Who | 'owner' | 'hand'
const onDuty: Right[] = ['worker', 'worker-mate', 'lead', 'officer', 'supervisor']
const above: Right[] = ['lead', 'officer', 'supervisor']
const everybodyElse = cast.filter(who => who !== 'nobody' && who !== 'reporter' && who !== 'joiner')
const sees: Right[] = ['reporter', 'joiner', 'partner', ...onDuty]

type Law = { may: Right[]; in: string[]; instead?: Partial<Record<Who, number>> }

/**
 * Who may do what, written by hand from what the town was promised, not from the code that is judged by it.
 * What stands in no row is refused: 401 to nobody, 403 to those who may see the matter, 404 to everybody else.
 * One row for each thing that can be done to a matter. In another state than these it is too late or too early: 409.
 */
export const law: Record<string, Law> = {
  getReport: { may: sees, in: everywhere },
  listReportAlerts: { may: ['partner', ...onDuty], in: everywhere },
  joinReport: { may: everybodyElse, in: [...waiting, ...inHand], instead: { reporter: 422 } },
  noteReport: { may: ['reporter', 'joiner', 'partner', ...onDuty], in: [...waiting, ...inHand, 'resolved'] },
  acceptReport: { may: onDuty, in: waiting },
  startReport: { may: onDuty, in: ['accepted'] },
  returnReport: { may: ['owner', 'worker', 'worker-mate'], in: [...waiting, ...inHand] },
  assignReport: { may: above, in: [...waiting, ...inHand] },
  dispatchReport: { may: onDuty, in: inHand },
  finishReport: { may: ['partner'], in: ['dispatched'] },
  resolveReport: { may: onDuty, in: inHand },
  confirmReport: { may: ['reporter'], in: ['resolved'] },
  reopenReport: { may: ['reporter', 'joiner'], in: ['resolved', 'closed'] },
  withdrawReport: { may: ['reporter'], in: ['filed'] },
  superviseReport: { may: ['officer', 'supervisor'], in: [...waiting, ...inHand] },
  recordVisit: { may: ['officer'], in: ['closed'] },
  answerStill: { may: ['reporter'], in: ['closed'] },
  revealReporter: { may: ['owner', 'hand'], in: everywhere },
}

const holds = (rights: readonly Right[], who: Who, { owner, hand, unit }: Situation) => {
  if (who === 'partner' && unit !== 'u-water') return false
  return (
    rights.includes(who) || (rights.includes('owner') && who === owner) || (rights.includes('hand') && who === hand)
  )
}

/** The chief of its building sees what is open there, and no more. */
const seesIt = (who: Who, now: Situation) =>
  holds(sees, who, now) || (who === 'chief' && !['closed', 'withdrawn'].includes(now.state))

export const verdict = (route: string, who: Who, now: Situation): number => {
  const { may, in: states, instead } = law[route] as Law
  if (who === 'nobody') return 401
  if (instead?.[who]) return instead[who] as number
  // Without the job the partner is as much a neighbour as anybody.
  // Every closed matter of the matrix waits for its visit, and whoever visits has to telephone.
  if (route === 'revealReporter' && who === 'officer' && now.state === 'closed') return 200
  if (route === 'getReport') return seesIt(who, now) ? 200 : 404
  const allowed = route === 'joinReport' ? may.includes(who) : holds(may, who, now)
  if (!allowed) return seesIt(who, now) ? 403 : 404
  if (!states.includes(now.state)) return 409
  return route === 'returnReport' && now.returns >= 2 ? 422 : 200
}
