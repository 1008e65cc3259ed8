import type { Ctx } from '@huiyin/api/core/context.ts'
import { keyedHash } from '@huiyin/api/matters/move.ts'
import { findAccess, insertAccess } from '@huiyin/db/people/queries.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { tellOfQuestion } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import { nameOf } from '../counsel.ts'
import { tellAsker } from '../notices.ts'
import { viewOf } from '../question-view.ts'
import { takeUp } from '../take-up.ts'
import { whoWords } from '../words.ts'

/** The words themselves, for the township: the reason is written down where she reads it, before anything is opened. */
export const readQuestion = async (
  ctx: Ctx,
  input: { id: string; eventId: string; reason: string },
): Promise<Question> => {
  const hand = await takeUp(ctx, input.id)
  demandAct(questionLife, ctx.me, 'read', hand.it, ctx.now)
  const { question } = hand
  const ground = (await findQuestionGround(ctx.db, question.communityId, ctx.now)) ?? refuse('bug')
  const me = ground.justice.find(it => it.personId === ctx.me.id)
  const viewer = me ? nameOf(me) : whoWords.office
  const hash = keyedHash(ctx, { id: input.id, reason: input.reason })
  const logged = await insertAccess(ctx.db, {
    id: input.eventId,
    subjectId: question.askerId,
    viewerId: ctx.me.id,
    viewer,
    reason: input.reason,
    what: 'question',
    matterId: question.id,
    inputHash: hash,
    at: ctx.now,
  })
  if (!logged) {
    const access = await findAccess(ctx.db, input.eventId)
    if (access?.viewerId !== ctx.me.id) return refuse('not-found')
    // One stated reason is good for one access, and for the repeat of a lost answer.
    const again =
      access.inputHash === hash && ctx.now.getTime() - access.at.getTime() < questionLimits.sameReasonMinutes * 60_000
    if (!again) return refuse('id-reused')
  }
  const facts = { ...question, village: ground.community.name }
  await tellOfQuestion(
    ctx.db,
    question.id,
    tellAsker(question.askerId, 'question-read', facts, viewer),
    input.eventId,
    ctx.now,
  )
  return viewOf(ctx, hand, 'township')
}
