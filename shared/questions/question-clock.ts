import { after, type ClockKind, type NumberedCalendar } from '../core/working-time.ts'
import { remindsEach, widensAt } from './question-limits.ts'
import type { Circle, QuestionState } from './question-states.ts'

/** answer: until it is answered · lease: how long an adviser may hold it without typing · reply: how long she may answer or ask on. */
export const questionStages = ['answer', 'lease', 'reply'] as const
export type QuestionStage = (typeof questionStages)[number]
export type QuestionTerms = Record<QuestionStage, { minutes: number; clock: ClockKind }>

type Row = { scope: string; subject: string; stage: string; minutes: number; clock: string }

/** Picks the township's own terms, and the common ones where it has none. */
export const questionTerms = (rows: readonly Row[], danger: boolean): QuestionTerms => {
  const own = (stage: QuestionStage) => {
    const fitting = rows.filter(it => it.subject === (danger ? 'danger' : 'question') && it.stage === stage)
    const row = fitting.find(it => it.scope !== '*') ?? fitting[0]
    if (!row) throw new Error(`no term for ${stage}`)
    return { minutes: row.minutes, clock: row.clock as ClockKind }
  }
  return { answer: own('answer'), lease: own('lease'), reply: own('reply') }
}

/** What is due next: the circle widens · she is told of the hotline · we are reminded · it ends for want of her word. */
export const dueReasons = ['climb', 'hotline', 'remind', 'lapse'] as const
export type DueReason = (typeof dueReasons)[number]
/** `calendarSeq`: the last change of the days that it was reckoned with. */
export type QuestionDue = { dueAt: Date; dueFor: DueReason; calendarSeq: number }

type Term = { from: Date; terms: QuestionTerms; calendar: NumberedCalendar }

/** The moment when a part of the term is over. */
const share = ({ from, terms, calendar }: Term, percent: number): Date =>
  after(from, Math.round((terms.answer.minutes * percent) / 100), terms.answer.clock, calendar)

export const answerBy = (term: Term): Date => share(term, 100)

/** The next deadline of a question that is owed an answer, in this circle. */
export const owedDue = (term: Term, circle: Circle): QuestionDue => ({
  dueAt: share(term, widensAt[circle]),
  dueFor: circle === 'own' || circle === 'pool' ? 'climb' : 'hotline',
  calendarSeq: term.calendar.seq,
})

/** After the hotline was named we stay in debt: reminded each half term. */
export const remindedDue = (term: Term): QuestionDue => ({
  dueAt: share(term, remindsEach),
  dueFor: 'remind',
  calendarSeq: term.calendar.seq,
})

/** She may reply, or ask on, until then. */
export const lapseDue = ({ from, terms, calendar }: Term): QuestionDue => ({
  dueAt: after(from, terms.reply.minutes, terms.reply.clock, calendar),
  dueFor: 'lapse',
  calendarSeq: calendar.seq,
})

/** Until when a lease that begins, or is renewed, now runs. */
export const leaseEnd = ({ from, terms, calendar }: Term): Date =>
  after(from, terms.lease.minutes, terms.lease.clock, calendar)

export const isQuestionLate = (state: QuestionState, by: Date, now: Date): boolean =>
  (state === 'waiting' || state === 'claimed') && by < now
