import type { Ctx } from '@huiyin/api/core/context.ts'
import { listConflicts } from '@huiyin/db/questions/queries.ts'
import { candidatesOf } from '../counsel.ts'
import { move, noLease, type QuestionMoveInput } from '../move-question.ts'
import { tellOthers } from '../tell-circle.ts'

/** Back to the queue by his own hand: his draft stays for him, and the others are told. */
export const releaseQuestion = (ctx: Ctx, input: QuestionMoveInput & { fence: number }) =>
  move(ctx, 'release', input, async ({ question, ground, facts }) => {
    const candidates = candidatesOf(ground, question, await listConflicts(ctx.db, question.id))
    return { patch: noLease, notices: tellOthers(candidates, question, facts) }
  })
