import { tracesIn } from '@huiyin/shared/matters/traces.ts'
import type { Question, Suggestion } from '@huiyin/shared/questions/question.ts'

/** What an adviser is writing to her, as his phone keeps it. `publication`: his rewriting for everybody, where he proposes one. */
export type AnswerForm = {
  words: string
  suggestion: Suggestion | null
  publication: { question: string; answer: string } | null
}

export const isBlankAnswer = ({ words, publication }: AnswerForm) => !words.trim() && !publication

/** Begins with what the server kept of an earlier lease. */
export const answerOf = ({ draft }: Question): AnswerForm => ({
  words: draft ?? '',
  suggestion: null,
  publication: null,
})

/** What the phone knows of whom and where it is about; the server knows more and looks again. */
const knownOf = ({ village, otherSide }: Pick<Question, 'village' | 'otherSide'>) => [
  { kind: 'place' as const, words: village },
  ...(otherSide ? [{ kind: 'person' as const, words: otherSide }] : []),
]

export const tracesOf = (question: Pick<Question, 'village' | 'otherSide'>, text: string) =>
  tracesIn(text, knownOf(question))

/** What is still missing, or still recognisable, before it can be sent. */
export const answerLacks = (question: Question, { words, publication }: AnswerForm) => {
  if (!words.trim()) return 'needWords'
  if (!publication) return undefined
  if (!publication.question.trim() || !publication.answer.trim()) return 'needPublication'
  return tracesOf(question, `${publication.question}\n${publication.answer}`).length > 0 ? 'needChange' : undefined
}

export type AnswerLack = NonNullable<ReturnType<typeof answerLacks>>
