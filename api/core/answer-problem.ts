import { codeOf, isBusy } from '@huiyin/db/core/errors.ts'
import type { WrongField } from '@huiyin/shared/core/common-problem.ts'
import { type KnownProblems, type ProblemCode, Refusal, toProblem } from '@huiyin/shared/core/problem.ts'
import type { Context } from 'hono'
import type { Vars } from './context.ts'
import type { Outside } from './outside.ts'

/** Whatever was thrown, as an answer: a refusal by its row, a database that is away as `busy`, all else as `bug`, which is logged. */
export const answerProblem =
  (problems: KnownProblems, outside: Outside) =>
  (c: Context<Vars>, error: unknown): Response => {
    const { code, fields, choices } = whatWentWrong(error)
    if (code === 'bug') outside.log.error({ ...bugFacts(error), requestId: c.get('requestId') }, 'bug')
    const problem = toProblem(problems, code, fields, c.get('requestId'), choices)
    if (problem.status === 503 || problem.status === 429)
      c.header('retry-after', String((error as Partial<Refusal>)?.afterSeconds ?? 2))
    c.header('cache-control', 'no-store')
    return c.body(JSON.stringify(problem), problem.status as 400, { 'content-type': 'application/problem+json' })
  }

type Wrong = { code: ProblemCode; fields?: WrongField[] | undefined; choices?: unknown[] | undefined }

const whatWentWrong = (error: unknown): Wrong => {
  if (error instanceof Refusal) return error
  return { code: isBusy(error) ? 'busy' : 'bug' }
}

/** Where a bug is, without its message: drizzle's messages hold the parameters. */
const bugFacts = (error: unknown) => ({
  name: (error as Error)?.name,
  code: codeOf(error),
  stack: (error as Error)?.stack
    ?.split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 8),
})
