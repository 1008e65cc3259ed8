import type { Ctx } from '@huiyin/api/core/context.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import { viewOf } from '../question-view.ts'
import { takeUp } from '../take-up.ts'

/** A question for who asked it, or for who holds it now. */
export const getQuestion = async (ctx: Ctx, { id }: { id: string }): Promise<Question> => {
  const hand = await takeUp(ctx, id)
  demandAct(questionLife, ctx.me, 'see', hand.it, ctx.now)
  return viewOf(ctx, hand, hand.it.askerId === ctx.me.id ? 'asker' : 'holder')
}
