import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import { findQuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { listConflicts, type QuestionRow, wasHotlineTold } from '@huiyin/db/questions/queries.ts'
import type { QuestionPatch } from '@huiyin/db/questions/write-queries.ts'
import type { QuestionAction } from '@huiyin/shared/questions/question-life.ts'
import type { House } from '../core/context.ts'
import { byClock } from '../matters/move.ts'
import { type Candidates, candidatesOf } from './counsel.ts'
import { stepQuestion, termOf } from './move-question.ts'
import type { NoticeFacts } from './notices.ts'
import type { QuestionHand } from './take-up.ts'

export type Step = { event: QuestionAction; patch: QuestionPatch; notices: NewAlert[] }

/** What a plan of the clock is given beside the question. */
export type Standing = {
  candidates: Candidates
  facts: NoticeFacts
  term: ReturnType<typeof termOf>
  hotlineTold: boolean
}

/** One step of the clock, planned as the question stands now; false when somebody moved it meanwhile. */
export const take = async (
  house: House,
  hand: QuestionHand,
  plan: (standing: Standing, question: QuestionRow, now: Date) => Step,
): Promise<boolean> => {
  const { question } = hand
  const ground = await findQuestionGround(house.db, question.communityId, house.now)
  if (!ground) return false
  const [conflicts, hotlineTold] = await Promise.all([
    listConflicts(house.db, question.id),
    wasHotlineTold(house.db, question.id, question.termFrom),
  ])
  const candidates = candidatesOf(ground, question, conflicts)
  const facts = { ...question, village: ground.community.name }
  const standing = { candidates, facts, term: termOf(question.termFrom, question, ground), hotlineTold }
  const { event, ...planned } = plan(standing, question, house.now)
  return stepQuestion(house, hand, event, byClock(question, event), planned)
}
