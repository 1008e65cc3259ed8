import type { Ctx } from '@huiyin/api/core/context.ts'
import { findLegalAnswer } from '@huiyin/db/questions/answer-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { LegalAnswer } from '@huiyin/shared/questions/question.ts'

export const getLegalAnswer = async (ctx: Ctx, { id }: { id: string }): Promise<LegalAnswer> =>
  (await findLegalAnswer(ctx.db, id)) ?? refuse('not-found')
