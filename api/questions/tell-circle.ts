import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { QuestionRow } from '@huiyin/db/questions/queries.ts'
import type { Circle } from '@huiyin/shared/questions/question-states.ts'
import type { Bench } from './counsel.ts'
import { type Told, tellAdvisers, tellJustice } from './news.ts'

/** Those of a circle are told that it is theirs now; where a township has no justice office, its advisers are. */
export const tellCircle = (bench: Bench, circle: Circle, told: Told): NewAlert[] => {
  const office = circle === 'duty' || circle === 'township'
  if (office && bench.township.length > 0)
    return tellJustice(bench.township, told.danger ? 'task-question-danger' : 'task-question-late', told)
  if (told.danger) return tellAdvisers(office ? bench.pool : bench[circle], 'task-question-danger', told)
  return tellAdvisers(
    office ? bench.pool : bench[circle],
    circle === 'own' ? 'task-question' : 'task-question-pool',
    told,
  )
}

/** It waits again: whoever may take it is told, but for who had it. */
export const tellOthers = (bench: Bench, { circle, holderId }: QuestionRow, told: Told): NewAlert[] =>
  tellCircle(bench, circle, told).filter(it => it.recipientId !== holderId)
