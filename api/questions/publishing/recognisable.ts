import type { Ctx } from '@huiyin/api/core/context.ts'
import { demandUnrecognisable } from '@huiyin/api/matters/recognisable.ts'
import { getPerson } from '@huiyin/db/people/queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import { openOtherSide } from '../open-words.ts'

/** Refuses a text for everybody in which who asked, the other side or the place could still be recognised. */
export const demandNobodyKnown = async (
  ctx: Ctx,
  question: QuestionRow,
  { question: asked, answer }: { question: string; answer: string },
): Promise<void> => {
  const [asker, otherSide] = await Promise.all([
    getPerson(ctx.db, question.askerId, ctx.now),
    openOtherSide(ctx, question.id),
  ])
  const around = { townshipId: question.townshipId, people: [asker.name, otherSide ?? ''] }
  await demandUnrecognisable(ctx, around, { question: asked, answer })
}
