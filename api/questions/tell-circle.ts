import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import type { Circle } from '@huiyin/shared/questions/question-states.ts'
import type { Candidates } from './counsel.ts'
import { type NoticeFacts, tellAdvisers, tellJustice } from './notices.ts'

/** Those of a circle are told that it is theirs now; where a township has no justice office, its advisers are. */
export const tellCircle = (candidates: Candidates, circle: Circle, facts: NoticeFacts): NewAlert[] => {
  const office = circle === 'duty' || circle === 'township'
  if (office && candidates.township.length > 0)
    return tellJustice(candidates.township, facts.danger ? 'task-question-danger' : 'task-question-late', facts)
  if (facts.danger) return tellAdvisers(office ? candidates.pool : candidates[circle], 'task-question-danger', facts)
  return tellAdvisers(
    office ? candidates.pool : candidates[circle],
    circle === 'own' ? 'task-question' : 'task-question-pool',
    facts,
  )
}

/** It waits again: whoever may take it is told, but for who had it. */
export const tellOthers = (candidates: Candidates, { circle, holderId }: QuestionRow, facts: NoticeFacts): NewAlert[] =>
  tellCircle(candidates, circle, facts).filter(it => it.recipientId !== holderId)
