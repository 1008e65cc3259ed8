import type { Ctx } from '@huiyin/api/core/context.ts'
import { movePublication } from '@huiyin/db/questions/answer-queries.ts'
import { hushAlerts } from '@huiyin/db/questions/asker-queries.ts'
import type { QuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { listConflicts, type QuestionRow } from '@huiyin/db/questions/queries.ts'
import { dangerIn } from '@huiyin/shared/core/danger.ts'
import { answerBy, owedDue } from '@huiyin/shared/questions/question-clock.ts'
import { candidatesOf, circleFrom, ownerIn } from '../counsel.ts'
import { type Matter, noLease, termOf } from '../move-question.ts'
import { tellAdvisers } from '../notices.ts'
import { tellCircle } from '../tell-circle.ts'

/** A new term for whoever had it last; signs of danger in her words lead to the duty person. */
export const onceMore = async (ctx: Ctx, matter: Matter, lastId: string | null, words: string) => {
  const { question, ground, facts } = matter
  const danger = question.danger || dangerIn(words).length > 0
  if (danger && !question.danger) await hush(ctx, question)
  const { candidates, preferredId, circle } = await whoIsNext(ctx, ground, question, danger, lastId)
  const term = termOf(ctx.now, { danger }, ground)
  const by = answerBy(term)
  const now = { ...facts, danger, answerBy: by }
  return {
    patch: {
      ...noLease,
      danger,
      circle,
      preferredId,
      ownerId: ownerIn(candidates, circle)?.personId ?? question.ownerId,
      termFrom: ctx.now,
      answerBy: by,
      ...owedDue(term, circle),
    },
    notices:
      circle === 'own' && preferredId
        ? tellAdvisers(candidates.own, 'task-question-reply', now)
        : tellCircle(candidates, circle, now),
  }
}

/** From now on nothing that stands on her phone names a lawyer, and no text of hers becomes public. Before the move: safe to repeat. */
export const hush = async (ctx: Ctx, { id, askerId }: QuestionRow) => {
  await hushAlerts(ctx.db, id, askerId)
  await movePublication(ctx.db, id, ['offered', 'approved', 'public'], 'withdrawn', ctx.now)
}

const whoIsNext = async (
  ctx: Ctx,
  ground: QuestionGround,
  question: QuestionRow,
  danger: boolean,
  lastId: string | null,
) => {
  const conflicts = await listConflicts(ctx.db, question.id)
  const kept = candidatesOf(ground, { ...question, preferredId: lastId }, conflicts)
  if (!danger && lastId && kept.own.length > 0) return { candidates: kept, preferredId: lastId, circle: 'own' as const }
  const candidates = candidatesOf(ground, { ...question, preferredId: null }, conflicts)
  const fromTownship = !danger && candidates.township.some(it => it.personId === lastId)
  return { candidates, preferredId: null, circle: circleFrom(candidates, danger, fromTownship ? 'township' : 'own') }
}
