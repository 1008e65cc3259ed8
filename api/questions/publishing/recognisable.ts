import type { Ctx } from '@huiyin/api/core/context.ts'
import { getPerson } from '@huiyin/db/people/queries.ts'
import { listPlaceNames } from '@huiyin/db/questions/ground-queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { traceNames, tracesIn } from '@huiyin/shared/questions/traces.ts'
import { openOtherSide } from '../open-words.ts'
import { recognisableWords } from '../words.ts'

/** Refuses a text for everybody in which somebody could still be recognised; says what kind of thing was found, not what. */
export const demandUnrecognisable = async (
  ctx: Ctx,
  question: QuestionRow,
  text: { question: string; answer: string },
): Promise<void> => {
  const [places, asker, otherSide] = await Promise.all([
    listPlaceNames(ctx.db, question.townshipId),
    getPerson(ctx.db, question.askerId, ctx.now),
    openOtherSide(ctx, question.id),
  ])
  const known = [
    ...places
      .flatMap(name => [name, name.replace(/(?:村|社区|镇|街道|区|县)$/, '')])
      .map(words => ({ kind: 'place' as const, words })),
    ...[asker.name, otherSide ?? ''].filter(Boolean).map(words => ({ kind: 'person' as const, words })),
  ]
  const fields = (['question', 'answer'] as const).flatMap(field => {
    const kinds = [...new Set(tracesIn(text[field], known).map(it => traceNames[it.kind]))]
    return kinds.length > 0 ? [{ field, message: recognisableWords(kinds) }] : []
  })
  if (fields.length > 0) refuse('still-recognisable', fields)
}
