import {
  type Desk,
  findCard,
  listAsked,
  offerNext,
  type QueueRow,
  listHeld as readHeld,
  listQueue as readQueue,
} from '@huiyin/db/questions/queue-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { mayEver } from '@huiyin/shared/matters/offered.ts'
import type { GateCard, HeldItem, QueueItem } from '@huiyin/shared/questions/adviser-desk.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import type { QuestionCard } from '@huiyin/shared/questions/question.ts'
import { isQuestionLate } from '@huiyin/shared/questions/question-clock.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import type { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import type { Ctx } from '../core/context.ts'
import { fromCursor, toCursor } from '../core/cursor.ts'
import { openOtherSide } from './door.ts'
import { firmsOf, takeUp } from './take-up.ts'

type Routes = typeof adviserRoutes

/** What this person may take by his duties; refused to whoever has none of them. */
export const deskOf = (ctx: Ctx): Desk => {
  const advises = ctx.me.posts.filter(post => post.role === 'adviser')
  const justice = ctx.me.posts.filter(post => post.role === 'justice').map(post => post.areaId)
  if (advises.length === 0 && justice.length === 0) return refuse('not-allowed')
  const townships = [...new Set(advises.map(post => post.areaPath.split('/')[2] ?? ''))]
  return { personId: ctx.me.id, villages: advises.map(post => post.areaId), townships, firms: firmsOf(ctx), justice }
}

const toItem = (ctx: Ctx, row: QueueRow): QueueItem => ({
  ...row,
  late: isQuestionLate('waiting', new Date(row.answerBy), ctx.now),
})

const byDue = (last: QueueRow) => toCursor(new Date(last.answerBy), last.id)

export const listQueue = async (ctx: Ctx, { cursor, limit }: Input<Routes['listQueue']>): Promise<Page<QueueItem>> => {
  const rows = await readQueue(ctx.db, deskOf(ctx), ctx.now, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, byDue)
  const items = page.items.map(row => toItem(ctx, row))
  // First within its page: the cursor goes by the order of time.
  return { ...page, items: items.sort((a, b) => Number(b.danger) - Number(a.danger)) }
}

export const listHeld = async (ctx: Ctx): Promise<{ items: HeldItem[] }> => {
  const rows = await readHeld(ctx.db, ctx.me.id, ctx.now)
  return { items: rows.map(row => ({ ...toItem(ctx, row), fence: row.fence, leaseUntil: row.leaseUntil })) }
}

/** 给我下一个: kept for him for some minutes, while he looks whether he may read it. */
export const nextQuestion = async (ctx: Ctx): Promise<{ card: GateCard | null }> => {
  const until = new Date(ctx.now.getTime() + questionLimits.offerMinutes * 60_000)
  const id = await offerNext(ctx.db, deskOf(ctx), until, ctx.now)
  return { card: id ? await cardOf(ctx, id) : null }
}

/** The conflict gate: what he may know before he knows the story. Kept from him while another looks at it, or holds it. */
export const getGateCard = async (ctx: Ctx, { id }: { id: string }): Promise<GateCard> => {
  const { it } = await takeUp(ctx, id)
  if (!mayEver(questionLife, ctx.me, 'seeCard', it)) return refuse('not-found')
  if (it.holderId && it.holderId !== ctx.me.id) return refuse('already-claimed')
  return cardOf(ctx, id)
}

const cardOf = async (ctx: Ctx, id: string): Promise<GateCard> => {
  const found = (await findCard(ctx.db, id, ctx.me.id)) ?? refuse('not-found')
  const { offeredTo, offeredUntil, ...row } = found
  const live = offeredUntil !== null && new Date(offeredUntil) > ctx.now
  if (live && offeredTo !== ctx.me.id) return refuse('already-claimed')
  return {
    ...toItem(ctx, row),
    ageBand: row.ageBand,
    hasDraft: row.hasDraft,
    otherSide: await openOtherSide(ctx, id),
    keptUntil: live ? offeredUntil : null,
  }
}

export const listMyQuestions = async (
  ctx: Ctx,
  { cursor, limit }: Input<(typeof questionRoutes)['listMyQuestions']>,
): Promise<Page<QuestionCard>> => {
  const rows = await listAsked(ctx.db, ctx.me.id, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, last => toCursor(new Date(last.at), last.id))
  return {
    ...page,
    items: page.items.map(({ id, number, state, topic, danger, answerBy, at }) => ({
      id,
      number,
      state,
      topic: danger ? null : topic,
      danger,
      answerBy,
      late: isQuestionLate(state, new Date(answerBy), ctx.now),
      at,
    })),
  }
}
