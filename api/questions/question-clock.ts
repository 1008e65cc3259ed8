import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { listDueQuestions, listExpiredLeases } from '@huiyin/db/questions/clock-queries.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { findQuestion, listConflicts, type QuestionRow } from '@huiyin/db/questions/queries.ts'
import { dropOldDrafts } from '@huiyin/db/questions/text-queries.ts'
import { moveQuestion, type QuestionPatch } from '@huiyin/db/questions/write-queries.ts'
import { next } from '@huiyin/shared/core/moves.ts'
import { owedDue, remindedDue } from '@huiyin/shared/questions/question-clock.ts'
import { type Circle, type QuestionEvent, questionMoves } from '@huiyin/shared/questions/question-moves.ts'
import type { Ctx } from '../core/context.ts'
import type { Outside } from '../core/outside.ts'
import { uuidOf } from '../core/secrets.ts'
import { type Bench, benchOf, circleFrom, ownerIn } from './counsel.ts'
import { noLease, termOf } from './move-question.ts'
import { type Told, tellAdvisers, tellAsker, tellJustice } from './news.ts'

type Step = { event: QuestionEvent; patch: QuestionPatch; news: NewAlert[] }
type House = Pick<Ctx, 'db' | 'now'>

const noPerson = '00000000-0000-0000-0000-000000000000'
const batch = 100
const draftsStay = 30 * 86_400_000

/**
 * The clock's own verbs: leases that ran out end; what nobody has answered goes on to more people, then she is told of the hotline
 * while we stay in debt and are reminded; what waits for her word ends in the end. Safe to run twice at once, or late: a step holds
 * only if the question still stands where it stood. Answers how many moved.
 */
export const runQuestionClock = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<number> => {
  const house = { db, now: now() }
  let moved = 0
  for (const { id } of await listExpiredLeases(db, house.now, batch)) {
    const question = await read(house, id)
    if (
      question?.state === 'claimed' &&
      question.leaseUntil &&
      question.leaseUntil <= house.now &&
      (await expireLease(house, question))
    )
      moved++
  }
  for (const { id } of await listDueQuestions(db, house.now, batch)) {
    const question = await read(house, id)
    if (question?.dueAt && question.dueAt <= house.now && (await take(house, question, dueStep))) moved++
  }
  await dropOldDrafts(db, new Date(house.now.getTime() - draftsStay))
  return moved
}

const read = async ({ db, now }: House, id: string): Promise<QuestionRow | undefined> =>
  (await findQuestion(db, id, noPerson, [], now))?.question

/** Back to the queue; his draft stays for him. */
export const expireLease = (house: House, question: QuestionRow): Promise<boolean> =>
  take(house, question, ({ told }) => ({
    event: 'expire',
    patch: noLease,
    news: question.holderId ? tellAdvisers([{ personId: question.holderId }], 'task-question-expired', told) : [],
  }))

type Standing = { bench: Bench; told: Told; term: ReturnType<typeof termOf> }

const take = async (
  house: House,
  question: QuestionRow,
  plan: (standing: Standing, question: QuestionRow, now: Date) => Step,
): Promise<boolean> => {
  const ground = await findQuestionGround(house.db, question.communityId, house.now)
  if (!ground) return false
  const bench = benchOf(ground, question, await listConflicts(house.db, question.id))
  const told = { ...question, village: ground.community.name }
  const { event, patch, news } = plan(
    { bench, told, term: termOf(question.termFrom, question, ground) },
    question,
    house.now,
  )
  const state = next(questionMoves, question.state, event)
  if (!state) return false
  const step = {
    id: uuidOf(`${question.id} ${question.seq} ${event}`),
    event,
    actorId: null,
    actor: '系统',
    inputHash: '',
  }
  return moveQuestion(house.db, question, { state, ...patch }, step, { news }, house.now)
}

const dueStep = (standing: Standing, question: QuestionRow, now: Date): Step => {
  if (question.dueFor === 'lapse') return lapse(standing, question)
  if (question.dueFor === 'climb') return climb(standing, question, now)
  return debt(standing, question, now)
}

const lapse = ({ told }: Standing, question: QuestionRow): Step => ({
  event: 'lapse',
  patch: { dueAt: null, dueFor: null },
  news: tellAsker(question.askerId, 'question-closed', told),
})

/** The next circle; past the whole term straight to the township. */
const climb = ({ bench, told, term }: Standing, question: QuestionRow, now: Date): Step => {
  const wider: Circle = question.answerBy <= now ? 'township' : question.circle === 'own' ? 'pool' : 'township'
  const circle = circleFrom(bench, false, wider)
  return {
    event: 'climb',
    patch: { circle, preferredId: null, ownerId: ownerIn(bench, circle).personId, ...owedDue(term, circle) },
    news: question.state === 'waiting' ? tellCircle(bench, circle, told) : [],
  }
}

/** The term is over, or half of another: she is told once of 12348; whoever owes the answer is told each time. */
const debt = ({ bench, told, term }: Standing, question: QuestionRow, now: Date): Step => ({
  event: question.dueFor === 'hotline' ? 'hotline' : 'remind',
  patch: remindedDue({ ...term, from: now }),
  news: [
    ...(question.dueFor === 'hotline' ? tellAsker(question.askerId, 'question-hotline', told) : []),
    ...tellJustice(bench.township, 'task-question-late', told),
  ],
})

/** Those of a circle are told that it is theirs now. */
export const tellCircle = (bench: Bench, circle: Circle, told: Told): NewAlert[] => {
  if (circle === 'duty') return tellJustice(bench.duty, 'task-question-danger', told)
  if (circle === 'township') return tellJustice(bench.township, 'task-question-late', told)
  return tellAdvisers(bench[circle], circle === 'own' ? 'task-question' : 'task-question-pool', told)
}
