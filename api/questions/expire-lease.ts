import type { House } from '../core/context.ts'
import { take } from './clock-step.ts'
import { noLease } from './move-question.ts'
import { tellAdvisers } from './notices.ts'
import type { QuestionHand } from './take-up.ts'
import { tellOthers } from './tell-circle.ts'

/** Back to the queue: his draft stays for him, and the others are told that it waits again. */
export const expireLease = (house: House, hand: QuestionHand): Promise<boolean> =>
  take(house, hand, ({ candidates, facts }, { holderId, ...question }) => ({
    event: 'expire',
    patch: noLease,
    notices: [
      ...(holderId ? tellAdvisers([{ personId: holderId }], 'task-question-expired', facts) : []),
      ...tellOthers(candidates, { ...question, holderId }, facts),
    ],
  }))
