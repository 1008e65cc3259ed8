import type { Ctx } from '@huiyin/api/core/context.ts'
import { keyedHash } from '@huiyin/api/matters/move.ts'
import { codeOf } from '@huiyin/db/core/errors.ts'
import { countAhead, countAsked, inTurn } from '@huiyin/db/questions/asker-queries.ts'
import { findQuestionGround, type QuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { findQuestion, type QuestionRow } from '@huiyin/db/questions/queries.ts'
import { insertQuestion, type NewQuestion as NewRow } from '@huiyin/db/questions/write-queries.ts'
import { Refusal, refuse } from '@huiyin/shared/core/problem.ts'
import { judge } from '@huiyin/shared/core/words/judge.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import type { NewQuestion, QuestionReceipt } from '@huiyin/shared/questions/asking-routes.ts'
import { answerBy, owedDue } from '@huiyin/shared/questions/question-clock.ts'
import { type Candidates, candidatesOf, circleFrom, ownerIn, toAdviser } from '../counsel.ts'
import { sealed, termOf } from '../move-question.ts'
import { tellAsker } from '../notices.ts'
import { tellCircle } from '../tell-circle.ts'
import { openGround } from './open-ground.ts'

/**
 * Asks: village → who may answer there → question, sealed words, clock and alerts in one statement. Signs of danger lead past the
 * queue, to the duty person alone. The id made on the phone makes it idempotent.
 */
export const askQuestion = async (ctx: Ctx, input: NewQuestion): Promise<QuestionReceipt> => {
  const danger = input.danger || judge(input.words).person?.sure === true
  const hash = keyedHash(ctx, input)
  const known = await findQuestion(ctx.db, input.id, ctx.me.id, [], ctx.now)
  if (known) return receiptAgain(ctx, known.question, hash)
  if (input.ageBand === 'under14' && !danger && !input.guardianAgrees) return refuse('guardian-needed')
  const ground = await openGround(ctx, input.communityId)
  const candidates = candidatesOf(ground, {
    askerId: ctx.me.id,
    againstCommittee: input.againstCommittee,
    preferredId: null,
  })
  const row = draw(ctx, input, { danger, hash, ground, candidates })
  const step = {
    id: input.id,
    event: 'ask',
    answers: false,
    actorId: ctx.me.id,
    actor: actors.resident,
    inputHash: hash,
  }
  const facts = { ...row, village: ground.community.name }
  const texts = [
    sealed(ctx, input.id, 'story', input.words),
    ...(input.otherSide ? [sealed(ctx, input.id, 'other-side', input.otherSide)] : []),
    ...(input.safeContact ? [sealed(ctx, input.id, 'safe-contact', input.safeContact)] : []),
  ]
  const notices = [...tellCircle(candidates, row.circle, facts), ...tellAsker(ctx.me.id, 'question-received', facts)]
  const along = { texts, fileIds: input.fileIds, notices }
  const number = await keep(ctx, row, step, along).catch((error: unknown) =>
    ['23503', '23505'].includes(codeOf(error) ?? '') ? takenBy(ctx, input.id) : Promise.reject(error),
  )
  if (number) return toReceipt(ctx, { ...row, number }, ground)
  const twin = (await findQuestion(ctx.db, input.id, ctx.me.id, [], ctx.now)) ?? refuse('bug')
  return receiptAgain(ctx, twin.question, hash)
}

/** A twin of this very call has won (undefined), or a file is not hers to attach. */
const takenBy = async (ctx: Ctx, id: string): Promise<undefined> => {
  if (!(await findQuestion(ctx.db, id, ctx.me.id, [], ctx.now))) refuse('not-found')
  return undefined
}

const draw = (
  ctx: Ctx,
  input: NewQuestion,
  {
    danger,
    hash,
    ground,
    candidates,
  }: { danger: boolean; hash: string; ground: QuestionGround; candidates: Candidates },
): NewRow => {
  const circle = circleFrom(candidates, danger)
  const term = termOf(ctx.now, { danger }, ground)
  return {
    id: input.id,
    askerId: ctx.me.id,
    inputHash: hash,
    communityId: ground.community.id,
    townshipId: ground.townshipId,
    topic: input.topic ?? null,
    ageBand: input.ageBand,
    againstCommittee: input.againstCommittee,
    anonymous: input.anonymous,
    danger,
    state: 'waiting',
    circle,
    ownerId: (ownerIn(candidates, circle) ?? refuse('no-adviser')).personId,
    termFrom: ctx.now,
    answerBy: answerBy(term),
    ...owedDue(term, circle),
    createdAt: ctx.now,
  }
}

const day = 86_400_000

/** In danger at once; otherwise within the number of a day, counted while nobody else asks in her name. */
const keep = (ctx: Ctx, ...[row, step, along]: Asking): Promise<string | undefined> => {
  if (row.danger) return insertQuestion(ctx.db, row, step, along)
  return inTurn(ctx.db, ctx.me.id, async tx => {
    const asked = await countAsked(tx, ctx.me.id, new Date(ctx.now.getTime() - day))
    if (asked >= ctx.outside.env.QUESTIONS_PER_DAY) throw new Refusal('too-many', undefined, 3600)
    return insertQuestion(tx, row, step, along)
  })
}
type Asking = Parameters<typeof insertQuestion> extends [unknown, ...infer Rest] ? Rest : never

type Kept = NewRow & { number: string }

const toReceipt = async (ctx: Ctx, question: Kept, ground: QuestionGround): Promise<QuestionReceipt> => {
  const who = [...ground.justice, ...ground.advisers].find(it => it.personId === question.ownerId)
  return {
    id: question.id,
    number: question.number,
    village: ground.community.name,
    ahead: question.circle === 'own' ? await countAhead(ctx.db, question) : 0,
    answerBy: question.answerBy.toISOString(),
    danger: question.danger,
    adviser: who ? toAdviser(who) : null,
    at: question.createdAt.toISOString(),
  }
}

/** The id is taken: by this very submission (the answer got lost), by another one, or by somebody else. */
const receiptAgain = async (ctx: Ctx, question: QuestionRow, hash: string): Promise<QuestionReceipt> => {
  if (question.askerId !== ctx.me.id) return refuse('not-found')
  if (question.inputHash !== hash) return refuse('id-reused')
  const ground = (await findQuestionGround(ctx.db, question.communityId, ctx.now)) ?? refuse('place-unknown')
  return toReceipt(ctx, question, ground)
}
