import type { Ctx } from '@huiyin/api/core/context.ts'
import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { listConflicts, type QuestionRow } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { QuestionAlert } from '@huiyin/shared/questions/question-alerts.ts'
import { candidatesOf } from '../counsel.ts'
import { tellAdvisers, tellJustice } from '../notices.ts'

/** The second pair of eyes: the justice office, without who wrote the text or is in a conflict; where nobody is left there, the advisers. */
export const reviewersToTell = async (
  ctx: Ctx,
  question: QuestionRow,
  authorId: string,
  alert: QuestionAlert,
): Promise<NewAlert[]> => {
  const ground = (await findQuestionGround(ctx.db, question.communityId, ctx.now)) ?? refuse('place-unknown')
  const facts = { ...question, village: ground.community.name }
  const candidates = candidatesOf(ground, question, await listConflicts(ctx.db, question.id))
  const [office, advisers] = [candidates.township, candidates.pool].map(all =>
    all.filter(it => it.personId !== authorId),
  )
  return office?.length ? tellJustice(office, alert, facts) : tellAdvisers(advisers ?? [], alert, facts)
}
