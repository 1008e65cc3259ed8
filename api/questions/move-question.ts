import type { NewStep } from '@huiyin/db/matters/step-queries.ts'
import { findQuestionGround, type QuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { findQuestionEvent, type QuestionEventRow, type QuestionRow } from '@huiyin/db/questions/queries.ts'
import { type Along, moveQuestion, type QuestionPatch, type SealedText } from '@huiyin/db/questions/write-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { actors } from '@huiyin/shared/matters/actors.ts'
import type { QuestionMoved } from '@huiyin/shared/questions/question.ts'
import { type QuestionTerms, questionTerms } from '@huiyin/shared/questions/question-clock.ts'
import { type QuestionAction, questionLife } from '@huiyin/shared/questions/question-life.ts'
import type { QuestionState } from '@huiyin/shared/questions/question-states.ts'
import type { Ctx, House } from '../core/context.ts'
import { calendarWith } from '../grids/calendar.ts'
import { createMove, createStep, falseWhenTaken, keyedHash, sealedWords } from '../matters/move.ts'
import { demandLease } from './answering/demand-lease.ts'
import { nameOf } from './counsel.ts'
import type { NoticeFacts } from './notices.ts'
import { aboutText } from './sealed-texts.ts'
import { type QuestionHand, takeUp } from './take-up.ts'

export type QuestionMoveInput = { id: string; eventId: string; fence?: number | undefined; words?: string | undefined }

/** A question in the middle of a move: where it stands, who may answer in that village, who acts. */
export type Matter = {
  question: QuestionRow
  ground: QuestionGround
  /** The state after this move, by its life. */
  state: QuestionState
  /** For the clock's arithmetic, with the term that begins now. */
  term: { from: Date; terms: QuestionTerms; calendar: ReturnType<typeof calendarWith> }
  /** The actor as the history shows him: 法律顾问 周文, 居民. */
  actor: string
  facts: NoticeFacts
}

export type Plan = Along & { patch: QuestionPatch }

export const noLease = { holderId: null, leaseUntil: null, offeredTo: null, offeredUntil: null } as const

/** Words of the actor that go with the move, sealed. */
export const sealed = (
  ctx: Pick<Ctx, 'outside'>,
  eventId: string,
  kind: SealedText['kind'],
  words: string,
): SealedText => ({ ...sealedWords(ctx, aboutText, eventId, kind, words), stepped: true })

const begin = async (ctx: Ctx, { question }: QuestionHand, state: QuestionState): Promise<Matter> => {
  const ground = (await findQuestionGround(ctx.db, question.communityId, ctx.now)) ?? refuse('bug')
  const me = [...ground.advisers, ...ground.justice].find(it => it.personId === ctx.me.id)
  return {
    question,
    ground,
    state,
    term: termOf(ctx.now, question, ground),
    actor: me && question.askerId !== ctx.me.id ? nameOf(me) : actors.resident,
    facts: { ...question, village: ground.community.name },
  }
}

export const termOf = (
  from: Date,
  { danger }: Pick<QuestionRow, 'danger'>,
  ground: QuestionGround,
): Matter['term'] => ({
  from,
  terms: questionTerms(ground.deadlines, danger),
  calendar: calendarWith(ground.daysOff, ground.calendarSeq),
})

type Moved = Pick<QuestionEventRow, 'questionId' | 'state' | 'seq' | 'holderId' | 'fence' | 'leaseUntil'>

/** `fence` and `leaseUntil` for whoever holds it now. */
const toMoved = ({ questionId, state, seq, holderId, fence, leaseUntil }: Moved, meId: string): QuestionMoved => ({
  id: questionId,
  state,
  seq,
  fence: holderId === meId ? fence : null,
  leaseUntil: holderId === meId ? (leaseUntil?.toISOString() ?? null) : null,
})

const kind = {
  life: questionLife,
  takeUp,
  findMade: async ({ db, me }: Ctx, eventId: string) => {
    const event = await findQuestionEvent(db, eventId)
    return event && { ...event, matterId: event.questionId, moved: toMoved(event, me.id) }
  },
  hashOf: keyedHash,
  begin,
  write: (
    { db, now }: House,
    { question }: QuestionHand,
    state: QuestionState,
    step: NewStep,
    { patch, ...along }: Plan,
  ) => moveQuestion(db, question, { state, ...patch }, step, along, now),
  whenTaken: falseWhenTaken(['question_events_pkey', 'question_texts_pkey', 'conflict_declarations_pkey']),
  movedBy: ({ me }: Ctx, { question }: QuestionHand, state: QuestionState, { patch }: Plan) =>
    toMoved({ ...question, state, ...patch, questionId: question.id, seq: question.seq + 1 }, me.id),
}

const moveOne = createMove(kind)

type Planning = (matter: Matter, hand: QuestionHand) => Plan | Promise<Plan>

/** One move of a question by a person. What carries the number of a lease must be of the present one. */
export const move = (
  ctx: Ctx,
  event: QuestionAction,
  input: QuestionMoveInput,
  plan: Planning,
  settle?: (hand: QuestionHand) => Promise<boolean>,
): Promise<QuestionMoved> =>
  moveOne(ctx, event, input, plan, {
    settle: async hand => {
      if (input.fence !== undefined)
        await demandLease(ctx, hand, input.fence, event === 'answer' ? input.words : undefined)
      return (await settle?.(hand)) ?? false
    },
  })

/** One step of the house; see `createStep`. */
export const stepQuestion = createStep(kind)
