import type { Ctx } from '@huiyin/api/core/context.ts'
import type { PublicationRow } from '@huiyin/db/questions/answer-queries.ts'
import type { PublicAnswerSubject } from '@huiyin/shared/questions/public-answer-life.ts'
import { openForReview } from '../open-words.ts'
import type { QuestionHand } from '../take-up.ts'

/** A text for everybody as it stands for who has the question in hand. */
export const subjectOf = (
  { state, authorId }: PublicationRow,
  { question, it }: QuestionHand,
): PublicAnswerSubject => ({
  ...{ state, authorId },
  ...{ askerId: it.askerId, conflicted: it.conflicted, danger: question.danger },
})

/** The text for everybody in its last wording. */
export const wordsOf = async (ctx: Ctx, questionId: string) => {
  const said = await openForReview(ctx, questionId)
  const of = (kind: string) => said.findLast(it => it.kind === kind)?.words ?? ''
  return { question: of('public-question'), answer: of('public-answer') }
}
