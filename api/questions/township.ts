import { findLook, insertLook } from '@huiyin/db/people/queries.ts'
import { listAdvisers as readAdvisers } from '@huiyin/db/questions/adviser-queries.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { listConflicts, tellOfQuestion } from '@huiyin/db/questions/queries.ts'
import { listOwed } from '@huiyin/db/questions/queue-queries.ts'
import { type Page, toPage } from '@huiyin/shared/core/page.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { after } from '@huiyin/shared/core/working-time.ts'
import { demandAct } from '@huiyin/shared/matters/offered.ts'
import type { AdviserChoice, DeskItem } from '@huiyin/shared/questions/adviser-desk.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { isQuestionLate, type QuestionDue, type QuestionTerms } from '@huiyin/shared/questions/question-clock.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import { type Ctx, demandPost } from '../core/context.ts'
import { fromCursor, toCursor } from '../core/cursor.ts'
import { keyedHash } from '../matters/move.ts'
import { benchOf, nameOf } from './counsel.ts'
import { viewOf } from './get-question.ts'
import { type Matter, type MoveInput, move, noLease } from './move-question.ts'
import { tellAdvisers, tellAsker } from './news.ts'
import { takeUp } from './take-up.ts'

type Routes = typeof adviserRoutes

/** What the township still owes an answer: who and since when, never what. */
export const listQuestionDesk = async (
  ctx: Ctx,
  { township, show, cursor, limit }: Input<Routes['listQuestionDesk']>,
): Promise<Page<DeskItem>> => {
  demandPost(ctx, 'justice', township)
  const rows = await listOwed(ctx.db, township, show, ctx.now, limit + 1, fromCursor(cursor))
  const page = toPage(rows, limit, last => toCursor(new Date(last.answerBy), last.id))
  return {
    ...page,
    items: page.items.map(row => ({ ...row, late: isQuestionLate(row.state, new Date(row.answerBy), ctx.now) })),
  }
}

export const listAdvisers = async (
  ctx: Ctx,
  { township }: Input<Routes['listAdvisers']>,
): Promise<{ items: AdviserChoice[] }> => {
  demandPost(ctx, 'justice', township)
  return { items: await readAdvisers(ctx.db, township, ctx.now) }
}

/** 指派: kept for one adviser, who has to pass the gate as everybody; whoever held it holds it no longer. The promise stays. */
export const assignQuestion = (ctx: Ctx, input: MoveInput & { adviserId: string }) =>
  move(ctx, 'assign', input, async ({ question, ground, term, told }) => {
    const about = { ...question, preferredId: input.adviserId }
    const [chosen] = benchOf(ground, about, await listConflicts(ctx.db, question.id)).own
    if (!chosen) return refuse('no-adviser')
    const before = question.holderId && question.holderId !== input.adviserId ? [{ personId: question.holderId }] : []
    return {
      patch: {
        ...noLease,
        circle: 'own',
        preferredId: chosen.personId,
        ownerId: chosen.personId,
        ...assignedDue(term, question.answerBy),
      },
      news: [
        ...tellAdvisers([chosen], 'task-question-assigned', told),
        ...tellAdvisers(before, 'task-question-moved', told),
      ],
    }
  })

/** He has a quarter of a term for himself, and never more than is left of the promise. */
const assignedDue = ({ from, terms, calendar }: Matter['term'], answerBy: Date): QuestionDue => {
  const quarter = after(from, quarterOf(terms), terms.answer.clock, calendar)
  return { dueAt: answerBy > from && answerBy < quarter ? answerBy : quarter, dueFor: 'climb' }
}
const quarterOf = ({ answer }: QuestionTerms) =>
  Math.max(questionLimits.assignedMinutes, Math.round(answer.minutes / questionLimits.assignedShare))

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
  const viewer = me ? nameOf(me) : '司法所'
  const hash = keyedHash(ctx, { id: input.id, reason: input.reason })
  const logged = await insertLook(ctx.db, {
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
    const look = await findLook(ctx.db, input.eventId)
    if (look?.viewerId !== ctx.me.id) return refuse('not-found')
    // One stated reason is good for one look, and for the repeat of a lost answer.
    const again =
      look.inputHash === hash && ctx.now.getTime() - look.at.getTime() < questionLimits.lookAgainMinutes * 60_000
    if (!again) return refuse('id-reused')
  }
  const told = { ...question, village: ground.community.name }
  await tellOfQuestion(
    ctx.db,
    question.id,
    tellAsker(question.askerId, 'question-read', told, viewer),
    input.eventId,
    ctx.now,
  )
  return viewOf(ctx, hand, 'township')
}
