import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import type { QuestionAlert } from '@huiyin/shared/questions/question-alerts.ts'
import type { Candidates } from './counsel.ts'
import { type NoticeFacts, tellAdvisers } from './notices.ts'

type Person = { personId: string }
type Called = Pick<QuestionRow, 'state' | 'circle' | 'holderId' | 'preferredId'>

/**
 * Whose business it is, as it stands: whoever holds it, else whoever asked back and waits for her reply, else all who were called to take
 * it. `candidates` is that of the question before the step.
 */
export const calledTo = (candidates: Candidates, { state, circle, holderId, preferredId }: Called): Person[] => {
  if (holderId) return [{ personId: holderId }]
  if (state === 'asked') return preferredId ? [{ personId: preferredId }] : []
  if (state !== 'waiting') return []
  return circle === 'township' ? [...candidates.pool, ...candidates.township] : candidates[circle]
}

/** The notices, and for whoever was called and hears nothing else: that it is gone. */
export const andGone = (
  notices: NewAlert[],
  called: readonly Person[],
  kind: QuestionAlert,
  facts: NoticeFacts,
): NewAlert[] => {
  const rest = called.filter(({ personId }) => !notices.some(it => it.recipientId === personId))
  return [...notices, ...tellAdvisers(rest, kind, facts)]
}
