import type { Ctx } from '@huiyin/api/core/context.ts'
import { uuidOf } from '@huiyin/api/core/secrets.ts'
import { keepDraft } from '@huiyin/db/questions/text-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { aboutText } from '../sealed-texts.ts'
import type { QuestionHand } from '../take-up.ts'
import { whoWords } from '../words.ts'

/**
 * Only the present lease, by its number. Whoever held it before has the answer that he wrote kept as his draft, and is refused;
 * anybody else learns nothing.
 */
export const demandLease = async (
  ctx: Ctx,
  { question, it }: QuestionHand,
  fence: number,
  answer: string | undefined,
): Promise<void> => {
  const holds = it.holderId === ctx.me.id
  if (holds && question.fence === fence) return
  if (!it.held || fence > question.fence) return refuse('not-found')
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
      author: whoWords.adviser,
      seal: id => ctx.outside.keys.seal(words, aboutText(id, 'draft')),
    },
    ctx.now,
  )
