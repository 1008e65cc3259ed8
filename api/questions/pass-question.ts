import { listConflicts } from '@huiyin/db/questions/queries.ts'
import { owedDue } from '@huiyin/shared/questions/question-clock.ts'
import type { Ctx } from '../core/context.ts'
import { benchOf, circleFrom, ownerIn } from './counsel.ts'
import { type MoveInput, move } from './move-question.ts'
import { tellCircle } from './question-clock.ts'
import { firmsOf } from './take-up.ts'

/**
 * He declares a conflict, which counts for his firm too. Where nobody of this circle is left, the next one has it at once: she does
 * not wait for the half of the term.
 */
export const passQuestion = (ctx: Ctx, input: MoveInput) =>
  move(ctx, 'pass', input, async ({ question, ground, term, told }) => {
    const unitId = firmsOf(ctx)[0] ?? null
    const conflicts = [...(await listConflicts(ctx.db, question.id)), { adviserId: ctx.me.id, unitId }]
    const kept = benchOf(ground, question, conflicts)
    const open = benchOf(ground, { ...question, preferredId: null }, conflicts)
    const moves = question.circle !== 'duty' && kept[question.circle].length === 0
    const circle = moves
      ? circleFrom({ ...open, own: question.preferredId ? open.own : kept.own }, false, question.circle)
      : question.circle
    const patch = moves
      ? {
          circle,
          preferredId: null,
          ownerId: ownerIn(open, circle).personId,
          ...owedDue({ ...term, from: question.termFrom }, circle),
        }
      : {}
    return {
      patch: { offeredTo: null, offeredUntil: null, ...patch },
      declared: { conflict: true, unitId },
      news: moves ? tellCircle(open, circle, told) : [],
    }
  })
