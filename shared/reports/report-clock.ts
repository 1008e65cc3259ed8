import { after, type ClockKind, midnightBefore, type NumberedCalendar } from '../core/working-time.ts'
import type { Urgency } from './report-kinds.ts'
import { doneStates, type ReportState } from './report-states.ts'

/**
 * accept: until somebody takes it · resolve: the promise · climb: between two levels when late · confirm: until it closes by
 * itself · supervise: what the township or the district asks for on top.
 */
export const stages = ['accept', 'resolve', 'climb', 'confirm', 'supervise'] as const
export type Stage = (typeof stages)[number]

export type Term = { minutes: number; clock: ClockKind }
/** The terms of one urgency, from the table of deadlines. */
export type Terms = Record<Stage, Term>

/** The one next deadline, what is due then, and the last change of the days that it was reckoned with. */
export type NextDue = { dueAt: Date; dueFor: Stage; calendarSeq: number }

export type DeadlineRow = { scope: string; subject: string; stage: string; minutes: number; clock: string }

/** Picks the township's own rows, and the common ones where it has none. */
export const termsFor = (rows: readonly DeadlineRow[], urgency: Urgency): Terms => {
  const own = (stage: Stage): Term => {
    const fitting = rows.filter(row => row.subject === urgency && row.stage === stage)
    const row = fitting.find(it => it.scope !== '*') ?? fitting[0]
    if (!row) throw new Error(`no deadline for ${urgency} ${stage}`)
    return { minutes: row.minutes, clock: row.clock as ClockKind }
  }
  return {
    accept: own('accept'),
    resolve: own('resolve'),
    climb: own('climb'),
    confirm: own('confirm'),
    supervise: own('supervise'),
  }
}

/** `superviseBy`: the deadline of a supervision that is neither kept nor missed yet. */
export type Situation = {
  now: Date
  resolveBy: Date
  terms: Terms
  calendar: NumberedCalendar
  superviseBy?: Date | null | undefined
}

const later = ({ now, terms, calendar }: Situation, stage: Stage): NextDue => ({
  dueAt: after(now, terms[stage].minutes, terms[stage].clock, calendar),
  dueFor: stage,
  calendarSeq: calendar.seq,
})

/** Never past the promise while the promise can still be kept. */
const withinPromise = (clock: NextDue, { now, resolveBy }: Situation): NextDue =>
  resolveBy > now && resolveBy < clock.dueAt ? { ...clock, dueAt: resolveBy } : clock

/** A supervision comes first when it is due first; missed and not told yet, it is due at once. What is late stays late. */
export const withSupervision = (clock: NextDue, superviseBy: Date | null | undefined): NextDue =>
  superviseBy && superviseBy <= clock.dueAt
    ? { ...clock, dueAt: superviseBy, dueFor: clock.dueFor === 'climb' ? 'climb' : 'supervise' }
    : clock

/** The clock of a new report, or of one that waits for a new owner. A running clock (`running`) is never put back. */
export const waitingClock = (it: Situation, running: Date | null = null): NextDue => {
  const fresh = withinPromise(later(it, 'accept'), it)
  const kept: NextDue = running && running < fresh.dueAt ? { ...fresh, dueAt: running } : fresh
  return withSupervision(kept, it.superviseBy)
}

/** The clock of a report in somebody's hands: the promise, or once that is broken the next climb. */
export const workingClock = (it: Situation): NextDue =>
  withSupervision(
    it.resolveBy > it.now ? { ...later(it, 'resolve'), dueAt: it.resolveBy } : later(it, 'climb'),
    it.superviseBy,
  )

/** The clock after a missed deadline, one level up. */
export const escalatedClock = (it: Situation): NextDue =>
  withSupervision(withinPromise(later(it, 'climb'), it), it.superviseBy)

/** The clock of what is late with nobody above any more: it is looked at again on the next morning that is worked. */
export const lateClock = (it: Situation): NextDue => {
  const tomorrow = new Date(midnightBefore(it.now).getTime() + 24 * 3_600_000)
  const dueAt = after(tomorrow, 0, 'hours', it.calendar)
  const next: NextDue = { dueAt, dueFor: 'climb', calendarSeq: it.calendar.seq }
  return withSupervision(withinPromise(next, it), it.superviseBy)
}

/** The clock of a resolved report: it closes by itself when nobody answers. */
export const confirmClock = (it: Situation): NextDue => later(it, 'confirm')

/** Until when a supervision that begins now asks for the solution; `hours` can only make it sooner than the term. */
export const supervisedUntil = (it: Situation, hours: number | undefined): Date => {
  const term = later(it, 'supervise').dueAt
  return hours === undefined ? term : new Date(Math.min(term.getTime(), it.now.getTime() + hours * 3_600_000))
}

/** Late is said honestly: the promise is broken, or a deadline has been missed and not been made good. */
export const isLate = (
  report: { state: ReportState; resolveBy: Date; dueAt: Date | null; dueFor: string | null },
  now: Date,
): boolean => {
  if ((doneStates as readonly ReportState[]).includes(report.state)) return false
  return report.resolveBy < now || report.dueFor === 'climb' || (report.dueAt !== null && report.dueAt < now)
}
