import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import { coreWords } from '../words.ts'

/** Refusals that only the phone knows of; the others are told by the server. */
export type PhoneProblem = keyof typeof coreWords.problems

export type Trouble = Error & { problem: Problem }

export const trouble = (problem: Problem): Trouble => Object.assign(new Error(problem.title), { problem })

/** `status` 0 means that no answer came. */
export const phoneProblem = (code: PhoneProblem): Problem => {
  const [title, detail] = coreWords.problems[code]
  return { type: code, code, title, detail, status: 0 }
}

/** What to tell her about anything that was thrown. */
export const problemOf = (failed: unknown): Problem =>
  (failed as Partial<Trouble> | undefined)?.problem ?? phoneProblem('unknown')

export const isOffline = (failed: unknown) => {
  const { code, status } = problemOf(failed)
  return code === 'offline' || status === 502 || status === 503 || status === 504
}
