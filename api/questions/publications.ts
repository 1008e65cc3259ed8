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
import type { AnswerReview } from '@huiyin/shared/questions/adviser-desk.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { gramsOf } from '@huiyin/shared/questions/grams.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { questionPolicy } from '@huiyin/shared/questions/question-policy.ts'
import type { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { type Ctx, demand } from '../core/context.ts'
import { uuidOf } from '../core/secrets.ts'
import { openForReview } from './door.ts'
import { tellAsker, tellJustice } from './news.ts'
import { deskOf } from './queue.ts'
import { demandUnrecognisable } from './recognisable.ts'
import { type Hand, takeUp } from './take-up.ts'

type State = PublicationRow['state']
const steps = {
  approve: { from: ['offered'], to: 'approved' },
  refuse: { from: ['offered'], to: 'refused' },
  withdraw: { from: ['approved', 'public'], to: 'withdrawn' },
} as const satisfies Record<string, { from: State[]; to: State }>

/** Her consent to a text for everybody, its refusal, or taking it back: what is taken back is gone with the same statement. */
export const decidePublication = async (
  ctx: Ctx,
  input: Input<(typeof questionRoutes)['decidePublication']>,
): Promise<QuestionMoved> => {
  const { question, subject } = await takeUp(ctx, input.id)
  demand(questionPolicy, ctx.me, 'publish', subject)
  const { from, to } = steps[input.decision]
  if (to === 'approved' && question.danger) return refuse('wrong-state')
  const moved = await movePublication(ctx.db, question.id, from, to, ctx.now)
  if (!moved && (await findPublication(ctx.db, question.id))?.state !== to) return refuse('wrong-state')
  if (moved && to === 'approved') {
    const ground = (await findQuestionGround(ctx.db, question.communityId, ctx.now)) ?? refuse('place-unknown')
    const told = { ...question, village: ground.community.name }
    await tellOfQuestion(
      ctx.db,
      question.id,
      tellJustice(ground.justice, 'task-question-review', told),
      input.eventId,
      ctx.now,
    )
  }
  return { id: question.id, state: question.state, seq: question.seq, fence: null, leaseUntil: null }
}

const wordsOf = async (ctx: Ctx, questionId: string) => {
  const said = await openForReview(ctx, questionId)
  const of = (kind: string) => said.findLast(it => it.kind === kind)?.words ?? ''
  return { question: of('public-question'), answer: of('public-answer') }
}

/** Whether this person may be the second pair of eyes: not the author, nor the asker, and in no conflict with the matter. */
const mayReview = ({ me }: Ctx, { authorId }: PublicationRow, { subject }: Hand): boolean =>
  authorId !== me.id && subject.askerId !== me.id && !subject.conflicted

/** What waits for a second pair of eyes in one's township: never one's own. */
export const listAnswerReviews = async (ctx: Ctx): Promise<{ items: AnswerReview[] }> => {
  const desk = deskOf(ctx)
  const rows = await listToReview(ctx.db, [...desk.townships, ...desk.justice])
  const items = rows.map(async (row): Promise<AnswerReview[]> => {
    if (!mayReview(ctx, row, await takeUp(ctx, row.questionId))) return []
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
  if (!mayReview(ctx, publication, found)) return refuse('not-allowed')
  if (found.question.danger) return refuse('wrong-state')
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
