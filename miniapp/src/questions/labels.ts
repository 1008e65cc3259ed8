import { type QuestionState, questionStateNames } from '@huiyin/shared/questions/question-states.ts'
import type { IconName } from '../core/components/icon.tsx'
import type { Tone } from '../core/components/tag.tsx'

const looks: Record<QuestionState, [IconName, Tone]> = {
  waiting: ['clock', 'wait'],
  claimed: ['eye', 'going'],
  asked: ['pencil', 'wait'],
  answered: ['check', 'going'],
  closed: ['check', 'still'],
  withdrawn: ['undo', 'still'],
}

/** How a state looks and what its asker calls it. */
export const stateLabel = (state: QuestionState): { icon: IconName; words: string; tone: Tone } => {
  const [icon, tone] = looks[state]
  return { icon, tone, words: questionStateNames[state] }
}
