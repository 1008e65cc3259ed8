import type { Question } from '@huiyin/shared/questions/question.ts'
import type { QuestionEvent, QuestionState } from '@huiyin/shared/questions/question-states.ts'
import { questionWords } from './words.ts'

type Happened = Question['steps'][number]

/** The last stage that is reached in each state; a withdrawn question has come to its end. */
const reached: Record<QuestionState, number> = {
  waiting: 0,
  claimed: 1,
  asked: 1,
  answered: 2,
  closed: 3,
  withdrawn: 3,
}

/** The stage to which an event belongs; what is not named has to do with who answers. */
const stageOf: Partial<Record<QuestionEvent, number>> = {
  ask: 0,
  'follow-up': 0,
  danger: 0,
  answer: 2,
  agree: 2,
  lapse: 3,
  withdraw: 3,
}

export type Stage = {
  name: string
  seal: string
  state: 'done' | 'now' | 'next'
  stateWords: string
  happened: Happened[]
}

/** The four stages as she sees them: how far it is, and what happened in each. */
export const stagesOf = ({ state, steps }: Pick<Question, 'state' | 'steps'>): Stage[] => {
  const waits: Partial<Record<QuestionState, string>> = questionWords.waits
  return questionWords.stages.map(([seal, name], index) => {
    const standing = index <= reached[state] ? 'done' : index === reached[state] + 1 ? 'now' : 'next'
    return {
      name,
      seal,
      state: standing,
      stateWords: (standing === 'now' && waits[state]) || questionWords.stageStates[standing],
      happened: steps.filter(step => (stageOf[step.event] ?? 1) === index),
    }
  })
}
