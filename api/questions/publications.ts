import {
  findPublication,
  listToReview,
  movePublication,
  type PublicationRow,
  reviewPublication,
} from '@huiyin/db/questions/answer-queries.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { tellOfQuestion } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { demandEver, demandMove, mayEver } from '@huiyin/shared/matters/offered.ts'
import type { AnswerReview } from '@huiyin/shared/questions/adviser-desk.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { gramsOf } from '@huiyin/shared/questions/grams.ts'
import {
  type PublicAnswerState,
  type PublicAnswerSubject,
  publicAnswerLife,
} from '@huiyin/shared/questions/public-answer-life.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import type { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import type { Ctx } from '../core/context.ts'
import { uuidOf } from '../core/secrets.ts'
import { openForReview } from './door.ts'
import { tellAsker, tellJustice } from './news.ts'
import { deskOf } from './queue.ts'
import { demandUnrecognisable } from './recognisable.ts'
import { type Hand, takeUp } from './take-up.ts'

/** A text for everybody as it stands for this person; refused to whom no text was offered. */
const takeUpText = async (ctx: Ctx, hand: Hand) => {
  const publication = (await findPublication(ctx.db, hand.question.id)) ?? refuse('wrong-state')
  return { publication, it: subjectOf(publication, hand) }
}

const subjectOf = ({ state, authorId }: PublicationRow, { question, it }: Hand): PublicAnswerSubject => ({
  ...{ state, authorId },
  ...{ askerId: it.askerId, conflicted: it.conflicted, danger: question.danger },
})

/** Her consent to a text for everybody, its refusal, or taking it back: what is taken back is gone with the same statement. */
export const decidePublication = async (
  ctx: Ctx,
  input: Input<(typeof questionRoutes)['decidePublication']>,
): Promise<QuestionMoved> => {
  const hand = await takeUp(ctx, input.id)
  demandEver(questionLife, ctx.me, 'publish', hand.it)
  const { question } = hand
  const { it } = await takeUpText(ctx, hand)
  if (!isDecided(it.state, input.decision)) {
    const to = demandMove(publicAnswerLife, ctx.me, input.decision, it, ctx.now)
    if (!(await movePublication(ctx.db, question.id, [it.state], to, ctx.now))) return decidePublication(ctx, input)
    if (to === 'approved') await tellReviewers(ctx, question, input.eventId)
  }
  return { id: question.id, state: question.state, seq: question.seq, fence: null, leaseUntil: null }
}

/** Again is no harm. */
const isDecided = (state: PublicAnswerState, decision: 'approve' | 'refuse' | 'withdraw') =>
  state === { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' }[decision]

const tellReviewers = async (ctx: Ctx, question: Hand['question'], eventId: string) => {
  const ground = (await findQuestionGround(ctx.db, question.communityId, ctx.now)) ?? refuse('place-unknown')
  const told = { ...question, village: ground.community.name }
  const news = tellJustice(ground.justice, 'task-question-review', told)
  await tellOfQuestion(ctx.db, question.id, news, eventId, ctx.now)
}

const wordsOf = async (ctx: Ctx, questionId: string) => {
  const said = await openForReview(ctx, questionId)
  const of = (kind: string) => said.findLast(it => it.kind === kind)?.words ?? ''
  return { question: of('public-question'), answer: of('public-answer') }
}

/** What waits for a second pair of eyes in one's township: never one's own. */
export const listAnswerReviews = async (ctx: Ctx): Promise<{ items: AnswerReview[] }> => {
  const desk = deskOf(ctx)
  const rows = await listToReview(ctx.db, [...desk.townships, ...desk.justice])
  const items = rows.map(async (row): Promise<AnswerReview[]> => {
    if (!mayEver(publicAnswerLife, ctx.me, 'review', subjectOf(row, await takeUp(ctx, row.questionId)))) return []
    const at = (row.decidedAt ?? row.offeredAt).toISOString()
    return [{ id: row.questionId, topic: row.topic, ...(await wordsOf(ctx, row.questionId)), by: row.author, at }]
  })
  return { items: (await Promise.all(items)).flat() }
}

/** The second reviewer lets it out, or not; the text is looked through once more. */
export const reviewAnswer = async (
  ctx: Ctx,
  { id, verdict }: Input<(typeof adviserRoutes)['reviewAnswer']>,
): Promise<Record<string, never>> => {
  const desk = deskOf(ctx)
  const publication = await findPublication(ctx.db, id)
  if (!publication || ![...desk.townships, ...desk.justice].includes(publication.townshipId)) return refuse('not-found')
  const found = await takeUp(ctx, id)
  const it = subjectOf(publication, found)
  if (!mayEver(publicAnswerLife, ctx.me, 'review', it)) return refuse('not-allowed')
  demandMove(publicAnswerLife, ctx.me, verdict === 'publish' ? 'show' : 'turn-down', it, ctx.now)
  const words = await wordsOf(ctx, id)
  if (verdict === 'publish') await demandUnrecognisable(ctx, found.question, words)
  const shown = verdict === 'publish' ? { ...words, grams: gramsOf(`${words.question} ${words.answer}`) } : null
  const done = await reviewPublication(ctx.db, { questionId: id, reviewerId: ctx.me.id, words: shown, now: ctx.now })
  if (!done) return refuse('wrong-state')
  if (!shown) return {}
  const told = { ...found.question, village: '' }
  const eventId = uuidOf(`${id} public ${ctx.now.getTime()}`)
  await tellOfQuestion(ctx.db, id, tellAsker(found.question.askerId, 'question-public', told), eventId, ctx.now)
  return {}
}
