import type { Ctx } from '@huiyin/api/core/context.ts'
import { uuidOf } from '@huiyin/api/core/secrets.ts'
import { findPublication, reviewPublication } from '@huiyin/db/questions/answer-queries.ts'
import { tellOfQuestion } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { demandMove, mayEver } from '@huiyin/shared/matters/offered.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { gramsOf } from '@huiyin/shared/questions/grams.ts'
import { publicAnswerLife } from '@huiyin/shared/questions/public-answer-life.ts'
import { tellAsker } from '../notices.ts'
import { queueReaderOf } from '../queue-reader.ts'
import { takeUp } from '../take-up.ts'
import { subjectOf, wordsOf } from './offered-text.ts'
import { demandNobodyKnown } from './recognisable.ts'

/** The second reviewer lets it out, or not; the text is looked through once more. */
export const reviewAnswer = async (
  ctx: Ctx,
  { id, verdict }: Input<(typeof adviserRoutes)['reviewAnswer']>,
): Promise<Record<string, never>> => {
  const desk = queueReaderOf(ctx)
  const publication = await findPublication(ctx.db, id)
  if (!publication || ![...desk.townships, ...desk.justice].includes(publication.townshipId)) return refuse('not-found')
  const found = await takeUp(ctx, id)
  const it = subjectOf(publication, found)
  if (!mayEver(publicAnswerLife, ctx.me, 'review', it)) return refuse('not-allowed')
  demandMove(publicAnswerLife, ctx.me, verdict === 'publish' ? 'show' : 'turn-down', it, ctx.now)
  const words = await wordsOf(ctx, id)
  if (verdict === 'publish') await demandNobodyKnown(ctx, found.question, words)
  const shown = verdict === 'publish' ? { ...words, grams: gramsOf(`${words.question} ${words.answer}`) } : null
  const done = await reviewPublication(ctx.db, { questionId: id, reviewerId: ctx.me.id, words: shown, now: ctx.now })
  if (!done) return refuse('wrong-state')
  if (!shown) return {}
  const facts = { ...found.question, village: '' }
  const eventId = uuidOf(`${id} public ${ctx.now.getTime()}`)
  await tellOfQuestion(ctx.db, id, tellAsker(found.question.askerId, 'question-public', facts), eventId, ctx.now)
  return {}
}
