import { movePublication } from '@huiyin/db/questions/answer-queries.ts'
import { findRating, hushAlerts, insertRating } from '@huiyin/db/questions/asker-queries.ts'
import type { QuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { listConflicts, type QuestionRow } from '@huiyin/db/questions/queries.ts'
import { dangerIn } from '@huiyin/shared/core/danger.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { demandAct, demandEver } from '@huiyin/shared/matters/offered.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { answerBy, owedDue } from '@huiyin/shared/questions/question-clock.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import type { Ctx } from '../core/context.ts'
import { benchOf, circleFrom, ownerIn } from './counsel.ts'
import { type Matter, type MoveInput, move, noLease, sealed, termOf } from './move-question.ts'
import { tellAdvisers } from './news.ts'
import { tellCircle } from './question-clock.ts'
import { takeUp } from './take-up.ts'

type Said = MoveInput & { words: string; fileIds: string[] }

/** Her answer to what he asked back: it goes to him first, and a new term begins. */
export const replyQuestion = (ctx: Ctx, input: Said) =>
  move(ctx, 'reply', input, async matter => ({
    ...(await onceMore(ctx, matter, matter.question.preferredId, input.words)),
    texts: [sealed(ctx, input.eventId, 'reply', input.words)],
    fileIds: input.fileIds,
  }))

/** 接着问: up to three times within a week, to whom has answered first. */
export const followUp = (ctx: Ctx, input: Said) =>
  move(ctx, 'follow-up', input, async matter => {
    const { question } = matter
    const again = await onceMore(ctx, matter, question.answeredBy, input.words)
    return {
      ...again,
      patch: { ...again.patch, followUps: question.followUps + 1 },
      texts: [sealed(ctx, input.eventId, 'follow-up', input.words)],
      fileIds: input.fileIds,
    }
  })

/** A new term for whoever had it last; signs of danger in her words lead to the duty person. */
const onceMore = async (ctx: Ctx, matter: Matter, lastId: string | null, words: string) => {
  const { question, ground, told } = matter
  const danger = question.danger || dangerIn(words).length > 0
  if (danger && !question.danger) await hush(ctx, question)
  const { bench, preferredId, circle } = await whoIsNext(ctx, ground, question, danger, lastId)
  const term = termOf(ctx.now, { danger }, ground)
  const by = answerBy(term)
  const now = { ...told, danger, answerBy: by }
  return {
    patch: {
      ...noLease,
      danger,
      circle,
      preferredId,
      ownerId: ownerIn(bench, circle)?.personId ?? question.ownerId,
      termFrom: ctx.now,
      answerBy: by,
      ...owedDue(term, circle),
    },
    news:
      circle === 'own' && preferredId
        ? tellAdvisers(bench.own, 'task-question-reply', now)
        : tellCircle(bench, circle, now),
  }
}

/** From now on nothing that stands on her phone names a lawyer, and no text of hers becomes public. Before the move: safe to repeat. */
const hush = async (ctx: Ctx, { id, askerId }: QuestionRow) => {
  await hushAlerts(ctx.db, id, askerId)
  await movePublication(ctx.db, id, ['offered', 'approved', 'public'], 'withdrawn', ctx.now)
}

const whoIsNext = async (
  ctx: Ctx,
  ground: QuestionGround,
  question: QuestionRow,
  danger: boolean,
  lastId: string | null,
) => {
  const conflicts = await listConflicts(ctx.db, question.id)
  const kept = benchOf(ground, { ...question, preferredId: lastId }, conflicts)
  if (!danger && lastId && kept.own.length > 0) return { bench: kept, preferredId: lastId, circle: 'own' as const }
  const bench = benchOf(ground, { ...question, preferredId: null }, conflicts)
  const fromTownship = !danger && bench.township.some(it => it.personId === lastId)
  return { bench, preferredId: null, circle: circleFrom(bench, danger, fromTownship ? 'township' : 'own') }
}

/** 我现在不安全: out of whatever queue it stands in, to the duty person. */
export const callDanger = (ctx: Ctx, input: MoveInput) =>
  move(ctx, 'danger', input, async matter => {
    await hush(ctx, matter.question)
    return onceMore(ctx, { ...matter, question: { ...matter.question, danger: true } }, null, '')
  })

export const withdrawQuestion = (ctx: Ctx, input: MoveInput) =>
  move(ctx, 'withdraw', input, ({ question, told }) => ({
    patch: { ...noLease, dueAt: null, dueFor: null },
    news: question.holderId ? tellAdvisers([{ personId: question.holderId }], 'task-question-withdrawn', told) : [],
  }))

/** Her consent to what he suggested; nothing of the text goes anywhere by it. */
export const agreeSuggestion = (ctx: Ctx, input: MoveInput) =>
  move(ctx, 'agree', input, ({ question, ground, told }) => {
    const who = [...ground.advisers, ...ground.justice].filter(it => it.personId === question.answeredBy)
    return {
      patch: { agreed: true },
      news: [...tellAdvisers(who.slice(0, 1), 'task-question-agreed', told)],
    }
  })

/** A rating stands beside the history: whom it is about learns only sums, a week later. The first one stays. */
export const rateQuestion = async (
  ctx: Ctx,
  input: MoveInput & { rating: 'good' | 'fair' | 'poor' },
): Promise<QuestionMoved> => {
  const { question, it } = await takeUp(ctx, input.id)
  if (!it.rated) demandAct(questionLife, ctx.me, 'rate', it, ctx.now)
  demandEver(questionLife, ctx.me, 'rate', it)
  const row = {
    questionId: question.id,
    eventId: input.eventId,
    adviserId: question.answeredBy ?? refuse('wrong-state'),
    rating: input.rating,
    at: ctx.now,
  }
  if (!(await insertRating(ctx.db, row))) {
    const before = await findRating(ctx.db, question.id)
    if (before?.eventId !== input.eventId) return refuse('wrong-state')
    if (before.rating !== input.rating) return refuse('id-reused')
  }
  return { id: question.id, state: question.state, seq: question.seq, fence: null, leaseUntil: null }
}
