import { codeOf, constraintOf } from '@huiyin/db/core/errors.ts'
import { findQuestionGround, type QuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { findQuestionEvent, type QuestionEventRow, type QuestionRow } from '@huiyin/db/questions/queries.ts'
import { keepDraft } from '@huiyin/db/questions/text-queries.ts'
import { type Along, moveQuestion, type QuestionPatch, type SealedText } from '@huiyin/db/questions/write-queries.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { type QuestionTerms, questionTerms } from '@huiyin/shared/questions/question-clock.ts'
import { type QuestionEvent, type QuestionState, questionMoves } from '@huiyin/shared/questions/question-moves.ts'
import { type QuestionAction, questionPolicy } from '@huiyin/shared/questions/question-policy.ts'
import { type Ctx, demand } from '../core/context.ts'
import { about, inputHash, uuidOf } from '../core/secrets.ts'
import { calendarWith } from '../grids/calendar.ts'
import { nameOf } from './counsel.ts'
import type { Told } from './news.ts'
import { type Hand, takeUp } from './take-up.ts'

/** Whatever else a verb's input holds counts for telling a repeat from another tap. */
export type MoveInput = { id: string; eventId: string; fence?: number | undefined; words?: string | undefined }

/** A question in the middle of a move: where it stands, who may answer in that village, who acts. */
export type Matter = {
  question: QuestionRow
  ground: QuestionGround
  /** The state after this move, by the lifecycle table. */
  state: QuestionState
  /** For the clock's arithmetic, with the term that begins now. */
  term: { from: Date; terms: QuestionTerms; calendar: ReturnType<typeof calendarWith> }
  /** The actor as the history shows him: 法律顾问 周文, 居民. */
  actor: string
  told: Told
}

export type Plan = Along & { patch: QuestionPatch }

type Mover = Extract<QuestionEvent, QuestionAction>

export const noLease = { holderId: null, leaseUntil: null, offeredTo: null, offeredUntil: null } as const

/**
 * One move of a question, the same way for every verb: repeat? permission and lease? lifecycle? then the verb's plan, written in one
 * statement that holds only if nobody moved the question meanwhile; if somebody did, all is looked at anew. `settle` may do
 * first what is overdue, and says whether it did.
 */
export const move = async (
  ctx: Ctx,
  event: Mover,
  input: MoveInput,
  plan: (matter: Matter, hand: Hand) => Plan | Promise<Plan>,
  settle: (hand: Hand) => Promise<boolean> = async () => false,
): Promise<QuestionMoved> => {
  const hash = keyedHash(ctx, { event, ...input })
  for (let attempt = 0; attempt < 3; attempt++) {
    const hand = await takeUp(ctx, input.id, input.eventId)
    if (hand.repeated) return replayed(ctx, await findQuestionEvent(ctx.db, input.eventId), input.id, hash)
    if (input.fence !== undefined)
      await demandLease(ctx, hand, input.fence, event === 'answer' ? input.words : undefined)
    demand(questionPolicy, ctx.me, event, hand.subject)
    if (await settle(hand)) continue
    const matter = await begin(ctx, event, hand)
    const { patch, ...along } = await plan(matter, hand)
    const step = { id: input.eventId, event, actorId: ctx.me.id, actor: matter.actor, inputHash: hash }
    const { question } = hand
    const to = { state: matter.state, ...patch }
    if (await moveQuestion(ctx.db, question, to, step, along, ctx.now).catch(refuseTaken))
      return toMoved({ ...question, ...to, questionId: question.id, seq: question.seq + 1 }, ctx.me.id)
  }
  return refuse('moved-meanwhile')
}

/** Hash of an input that holds confidential words: keyed, so that nobody can try words out on it. */
export const keyedHash = ({ outside }: Pick<Ctx, 'outside'>, input: object): string =>
  outside.keys.blindIndex(inputHash(input))

/** Words of the actor that go with the move, sealed. `id` stays the same for the same tap. */
export const sealed = (
  { outside }: Pick<Ctx, 'outside'>,
  eventId: string,
  kind: SealedText['kind'],
  words: string,
  stepped = true,
): SealedText => {
  const id = uuidOf(`${eventId} ${kind}`)
  return { id, kind, stepped, cipher: outside.keys.seal(words, about.questionText(id, kind)) }
}

/**
 * Only the present lease, by its number. Whoever held it before has the answer that he wrote kept as his draft, and is refused;
 * anybody else learns nothing.
 */
export const demandLease = async (
  ctx: Ctx,
  { question, subject }: Hand,
  fence: number,
  answer: string | undefined,
): Promise<void> => {
  const holds = subject.holderId === ctx.me.id
  if (holds && question.fence === fence) return
  if (!subject.held || fence > question.fence) return refuse('not-found')
  // Under a newer number he has written on: a straggler must not overwrite that.
  if (answer && !holds) await saveWords(ctx, question.id, answer)
  refuse('lease-over')
}

export const saveWords = (ctx: Ctx, questionId: string, words: string): Promise<void> =>
  keepDraft(
    ctx.db,
    uuidOf(`${questionId} ${ctx.me.id} draft`),
    {
      questionId,
      authorId: ctx.me.id,
      author: '法律顾问',
      seal: id => ctx.outside.keys.seal(words, about.questionText(id, 'draft')),
    },
    ctx.now,
  )

const begin = async (ctx: Ctx, event: Mover, { question }: Hand): Promise<Matter> => {
  const late = event === 'claim' && question.state === 'claimed' ? 'already-claimed' : 'wrong-state'
  const state = next(questionMoves, question.state, event) ?? refuse(late)
  const ground = (await findQuestionGround(ctx.db, question.communityId, ctx.now)) ?? refuse('bug')
  const me = [...ground.advisers, ...ground.justice].find(it => it.personId === ctx.me.id)
  return {
    question,
    ground,
    state,
    term: termOf(ctx.now, question, ground),
    actor: me && question.askerId !== ctx.me.id ? nameOf(me) : '居民',
    told: { ...question, village: ground.community.name },
  }
}

export const termOf = (
  from: Date,
  { danger }: Pick<QuestionRow, 'danger'>,
  ground: QuestionGround,
): Matter['term'] => ({
  from,
  terms: questionTerms(ground.deadlines, danger),
  calendar: calendarWith(ground.daysOff),
})

/** False when this very tap has just been written by its twin. */
const refuseTaken = (error: unknown): false => {
  const [code, constraint] = [codeOf(error), constraintOf(error) ?? '']
  const ours = ['question_events_pkey', 'question_texts_pkey', 'conflict_declarations_pkey']
  if (code === '23505' && ours.includes(constraint)) return false
  if (code === '23503') return refuse('not-found')
  throw error
}

const replayed = (ctx: Ctx, event: QuestionEventRow | undefined, id: string, hash: string): QuestionMoved => {
  if (event?.actorId !== ctx.me.id || event.questionId !== id) return refuse('not-found')
  if (event.inputHash !== hash) return refuse('id-reused')
  return toMoved(event, ctx.me.id)
}

type Moved = Pick<QuestionEventRow, 'questionId' | 'state' | 'seq' | 'holderId' | 'fence' | 'leaseUntil'>

const toMoved = ({ questionId, state, seq, holderId, fence, leaseUntil }: Moved, meId: string): QuestionMoved => ({
  id: questionId,
  state,
  seq,
  fence: holderId === meId ? fence : null,
  leaseUntil: holderId === meId ? (leaseUntil?.toISOString() ?? null) : null,
})
