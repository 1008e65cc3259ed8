import type { Ctx } from '@huiyin/api/core/context.ts'
import { movePublication } from '@huiyin/db/questions/answer-queries.ts'
import { hushAlerts } from '@huiyin/db/questions/asker-queries.ts'
import type { QuestionGround } from '@huiyin/db/questions/ground-queries.ts'
import { listConflicts, type QuestionRow } from '@huiyin/db/questions/queries.ts'
import { judge } from '@huiyin/shared/core/words/judge.ts'
import { answerBy, owedDue } from '@huiyin/shared/questions/question-clock.ts'
import { andGone, calledTo } from '../called.ts'
import { type Conflict, candidatesOf, circleFrom, ownerIn } from '../counsel.ts'
import { type Matter, noLease, termOf } from '../move-question.ts'
import { tellAdvisers } from '../notices.ts'
import { tellCircle } from '../tell-circle.ts'

/**
 * A new term for whoever had it last; signs of danger in her words lead to the duty person. Who had it until now, or was called to it, and
 * is not called again hears that it is gone.
 */
export const onceMore = async (ctx: Ctx, matter: Matter, lastId: string | null, words: string) => {
  const { question, ground, facts } = matter
  const danger = question.danger || judge(words).person?.sure === true
  if (danger && !question.danger) await hush(ctx, question)
  const conflicts = await listConflicts(ctx.db, question.id)
  const before = calledTo(candidatesOf(ground, question, conflicts), question)
  const { candidates, preferredId, circle } = whoIsNext(ground, question, conflicts, danger, lastId)
  const term = termOf(ctx.now, { danger }, ground)
  const by = answerBy(term)
  const now = { ...facts, danger, answerBy: by }
  const back = circle === 'own' && preferredId !== null
  const notices = back ? tellAdvisers(candidates.own, 'task-question-reply', now) : tellCircle(candidates, circle, now)
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
    notices: andGone(notices, before, 'task-question-moved', now),
  }
}

/** From now on nothing that stands on her phone names a lawyer, and no text of hers becomes public. Before the move: safe to repeat. */
export const hush = async (ctx: Ctx, { id, askerId }: QuestionRow) => {
  await hushAlerts(ctx.db, id, askerId)
  await movePublication(ctx.db, id, ['offered', 'approved', 'public'], 'withdrawn', ctx.now)
}

const whoIsNext = (
  ground: QuestionGround,
  question: QuestionRow,
  conflicts: readonly Conflict[],
  danger: boolean,
  lastId: string | null,
) => {
  const kept = candidatesOf(ground, { ...question, preferredId: lastId }, conflicts)
  if (!danger && lastId && kept.own.length > 0) return { candidates: kept, preferredId: lastId, circle: 'own' as const }
  const candidates = candidatesOf(ground, { ...question, preferredId: null }, conflicts)
  const fromTownship = !danger && candidates.township.some(it => it.personId === lastId)
  return { candidates, preferredId: null, circle: circleFrom(candidates, danger, fromTownship ? 'township' : 'own') }
}
