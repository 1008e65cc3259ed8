import type { Ctx } from '@huiyin/api/core/context.ts'
import { uuidOf } from '@huiyin/api/core/secrets.ts'
import { findPublication, reviewPublication } from '@huiyin/db/questions/answer-queries.ts'
import { settleComplaints } from '@huiyin/db/questions/complaint-queries.ts'
import { tellOfQuestion } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { demandMove, mayEver } from '@huiyin/shared/matters/offered.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { gramsOf } from '@huiyin/shared/questions/grams.ts'
import { publicAnswerLife } from '@huiyin/shared/questions/public-answer-life.ts'
import { isShown } from '@huiyin/shared/questions/question.ts'
import { tellAsker } from '../notices.ts'
import { queueReaderOf } from '../queue-reader.ts'
import { type QuestionHand, takeUp } from '../take-up.ts'
import { subjectOf, wordsOf } from './offered-text.ts'
import { demandNobodyKnown } from './recognisable.ts'

/** The second reviewer lets it out, or not, also anew after a complaint; the text is looked through once more. */
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
  const shown = isShown(it.state)
  const act = actions[shown ? 'shown' : 'new'][verdict]
  const to = demandMove(publicAnswerLife, ctx.me, act, it, ctx.now)
  const words = await wordsOf(ctx, id)
  if (verdict === 'publish') await demandNobodyKnown(ctx, found.question, words)
  if (shown) return settle(ctx, id, to === 'public' ? 'public' : 'withdrawn')
  return decide(ctx, found, verdict === 'publish' ? words : null)
}

/** What his word means for a text that was never shown, and for one that a complaint has hidden. */
const actions = {
  new: { publish: 'show', refuse: 'turn-down' },
  shown: { publish: 'restore', refuse: 'take-down' },
} as const

const settle = async (ctx: Ctx, questionId: string, to: 'public' | 'withdrawn') => {
  const kind = to === 'public' ? 'answer-complaint-kept' : 'answer-complaint-gone'
  const done = await settleComplaints(ctx.db, { questionId, reviewerId: ctx.me.id, to, kind, now: ctx.now })
  return done ? {} : refuse('wrong-state')
}

type Words = { question: string; answer: string }

const decide = async (ctx: Ctx, { question }: QuestionHand, words: Words | null) => {
  const { id } = question
  const shown = words && { ...words, grams: gramsOf(`${words.question} ${words.answer}`) }
  const done = await reviewPublication(ctx.db, { questionId: id, reviewerId: ctx.me.id, words: shown, now: ctx.now })
  if (!done) return refuse('wrong-state')
  if (!shown) return {}
  const facts = { ...question, village: '' }
  const eventId = uuidOf(`${id} public ${ctx.now.getTime()}`)
  await tellOfQuestion(ctx.db, id, tellAsker(question.askerId, 'question-public', facts), eventId, ctx.now)
  return {}
}
