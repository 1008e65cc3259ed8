import type { WrongField } from './common-problem.ts'
import type { coreProblems } from './core-problems.ts'
import type { Problem } from './problem-body.ts'

type Ours = typeof coreProblems

/** Every refusal of the house. Core names no room: `shared/problems.ts`, made from the folders, adds theirs to this interface. */
export interface KnownProblems extends Ours {}
export type ProblemCode = keyof KnownProblems

/** Thrown by verbs and queries; the handler turns it into the answer. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly fields: WrongField[] | undefined
  /** When it is worth trying again, where that is known. */
  readonly afterSeconds: number | undefined
  readonly choices: unknown[] | undefined
  constructor(code: ProblemCode, fields?: WrongField[], afterSeconds?: number, choices?: unknown[]) {
    super(code)
    this.code = code
    this.fields = fields
    this.afterSeconds = afterSeconds
    this.choices = choices
  }
}

export const refuse = (code: ProblemCode, fields?: WrongField[]): never => {
  throw new Refusal(code, fields)
}

/** A refusal as it goes over the wire. `instance`: the id of the request; `choices`: what could be had instead. */
export const toProblem = (
  problems: KnownProblems,
  code: ProblemCode,
  fields?: WrongField[],
  instance?: string,
  choices?: unknown[],
): Problem => {
  const [status, title, detail] = problems[code]
  return { type: `/api/docs#${code}`, title, status, detail, code, instance, fields, choices }
}
