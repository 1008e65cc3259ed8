import { keepCalendarSeq } from '@huiyin/db/questions/clock-queries.ts'
import { findQuestionGround, type QuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import { reckonedAnew } from '@huiyin/shared/core/working-time.ts'
import { questionTerms } from '@huiyin/shared/questions/question-clock.ts'
import type { House } from '../core/context.ts'
import { calendarsSince } from '../grids/calendars.ts'
import { byClock } from '../matters/move.ts'
import { stepQuestion } from './move-question.ts'
import { tellAsker } from './notices.ts'
import type { QuestionHand } from './take-up.ts'

/**
 * Days were entered, or taken back, after a deadline was reckoned: what is left of its clock is laid out anew. The promised answer never
 * moves, nor is she given less time for her word than she was told.
 */
export const followDays = async (house: House, hand: QuestionHand): Promise<boolean> => {
  const { question } = hand
  const ground = await findQuestionGround(house.db, question.communityId, house.now)
  const dueAt = ground && (await dueAnew(question, ground, house))
  if (!ground || !dueAt) return false
  const { calendarSeq, community } = ground
  if (dueAt.getTime() === question.dueAt?.getTime()) {
    await keepCalendarSeq(house.db, question.id, calendarSeq)
    return true
  }
  const facts = { ...question, village: community.name }
  const notices = question.dueFor === 'lapse' ? tellAsker(question.askerId, 'question-days', facts) : []
  return stepQuestion(house, hand, 'days', byClock(question, 'days'), { patch: { dueAt, calendarSeq }, notices })
}

const dueAnew = async (
  { dueAt, dueFor, danger, answerBy, calendarSeq }: QuestionRow,
  ground: QuestionGround,
  { db, now }: House,
): Promise<Date | undefined> => {
  if (!dueAt) return undefined
  const terms = questionTerms(ground.deadlines, danger)
  const calendars = await calendarsSince(db, ground, calendarSeq)
  if (dueFor === 'lapse') {
    const anew = reckonedAnew(dueAt, now, terms.reply.clock, calendars)
    return anew > dueAt ? anew : dueAt
  }
  const anew = reckonedAnew(dueAt, now, terms.answer.clock, calendars)
  return answerBy > now && answerBy < anew ? answerBy : anew
}
