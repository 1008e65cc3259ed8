import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import type { QuestionAlert } from '@huiyin/shared/questions/question-alerts.ts'
import type { Bench } from './counsel.ts'
import { type Told, tellAdvisers } from './news.ts'

type Person = { personId: string }
type Called = Pick<QuestionRow, 'state' | 'circle' | 'holderId' | 'preferredId'>

/**
 * Whose business it is, as it stands: whoever holds it, else whoever asked back and waits for her reply, else all who were called to take
 * it. `bench` is that of the question before the step.
 */
export const calledTo = (bench: Bench, { state, circle, holderId, preferredId }: Called): Person[] => {
  if (holderId) return [{ personId: holderId }]
  if (state === 'asked') return preferredId ? [{ personId: preferredId }] : []
  if (state !== 'waiting') return []
  return circle === 'township' ? [...bench.pool, ...bench.township] : bench[circle]
}

/** The news, and for whoever was called and hears nothing else: that it is gone. */
export const andGone = (news: NewAlert[], called: readonly Person[], kind: QuestionAlert, told: Told): NewAlert[] => {
  const rest = called.filter(({ personId }) => !news.some(it => it.recipientId === personId))
  return [...news, ...tellAdvisers(rest, kind, told)]
}
