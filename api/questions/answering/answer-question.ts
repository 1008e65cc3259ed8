import type { Ctx } from '@huiyin/api/core/context.ts'
import { findPublication } from '@huiyin/db/questions/answer-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { lapseDue } from '@huiyin/shared/questions/question-clock.ts'
import { move, noLease, sealed } from '../move-question.ts'
import { tellAsker } from '../notices.ts'
import { demandNobodyKnown } from '../publishing/recognisable.ts'

/**
 * 答复. With it a suggestion where to go on, and a text for everybody that she may approve: whoever could be recognised in it is found
 * before anything is written.
 */
export const answerQuestion = (ctx: Ctx, input: Input<(typeof adviserRoutes)['answerQuestion']>) =>
  move(ctx, 'answer', input, async ({ question, term, facts, actor }) => {
    const { suggestion } = input
    const publication = (await mayOffer(ctx, question.id)) ? input.publication : undefined
    if (publication && (question.danger || question.ageBand === 'under14')) refuse('still-recognisable')
    if (publication) await demandNobodyKnown(ctx, question, publication)
    return {
      patch: {
        ...noLease,
        answeredBy: ctx.me.id,
        firstAnsweredAt: question.firstAnsweredAt ?? ctx.now,
        suggestion: suggestion ?? null,
        agreed: false,
        ...lapseDue(term),
      },
      texts: [
        sealed(ctx, input.eventId, 'answer', input.words),
        ...(publication
          ? [
              sealed(ctx, input.eventId, 'public-question', publication.question),
              sealed(ctx, input.eventId, 'public-answer', publication.answer),
            ]
          : []),
      ],
      offered: publication !== undefined,
      notices: tellAsker(question.askerId, 'question-answered', facts, actor),
    }
  })

/** One text of a question at a time: what she has approved is not replaced. */
const mayOffer = async (ctx: Ctx, questionId: string): Promise<boolean> => {
  const before = await findPublication(ctx.db, questionId)
  return before?.state !== 'approved' && before?.state !== 'public'
}
