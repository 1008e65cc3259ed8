import type { Ctx } from '@huiyin/api/core/context.ts'
import { listConflicts } from '@huiyin/db/questions/queries.ts'
import { owedDue } from '@huiyin/shared/questions/question-clock.ts'
import { candidatesOf, circleFrom, ownerIn } from '../counsel.ts'
import { move, type QuestionMoveInput } from '../move-question.ts'
import { firmsOf } from '../take-up.ts'
import { tellCircle } from '../tell-circle.ts'

/**
 * He declares a conflict, which counts for his firms too. Where nobody of this circle is left, the next one has it at once: she does
 * not wait for the half of the term. Where nobody at all is left, she hears of 12348 with the clock's next look.
 */
export const passQuestion = (ctx: Ctx, input: QuestionMoveInput) =>
  move(ctx, 'pass', input, async ({ question, ground, term, facts }) => {
    const unitIds = firmsOf(ctx)
    const conflicts = [...(await listConflicts(ctx.db, question.id)), { adviserId: ctx.me.id, unitIds }]
    const declared = { conflict: true, unitIds }
    const free = question.offeredTo === ctx.me.id ? { offeredTo: null, offeredUntil: null } : {}
    if (candidatesOf(ground, question, conflicts)[question.circle].length > 0)
      return { patch: free, declared, notices: [] }
    const candidates = candidatesOf(ground, { ...question, preferredId: null }, conflicts)
    const circle = circleFrom(candidates, question.danger, question.circle === 'duty' ? 'own' : question.circle)
    const owner = ownerIn(candidates, circle)
    const due = owner
      ? owedDue({ ...term, from: question.termFrom }, circle)
      : ({ dueAt: ctx.now, dueFor: 'hotline', calendarSeq: term.calendar.seq } as const)
    return {
      patch: { ...free, circle, preferredId: null, ownerId: owner?.personId ?? question.ownerId, ...due },
      declared,
      notices: tellCircle(candidates, circle, facts),
    }
  })
