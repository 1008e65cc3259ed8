import * as z from 'zod/mini'
import { Id } from './fields.ts'
import type { ProblemCode } from './problem.ts'
import { route } from './route.ts'

/** How any move can be refused. */
export const moveProblems: ProblemCode[] = ['not-found', 'not-allowed', 'wrong-state', 'moved-meanwhile', 'id-reused']

/** Moves of one kind of matter: `POST <path>/:id/<verb>`. `eventId` is made on the phone for one tap; `answer` is what each answers. */
export const moveRoutes =
  <A extends z.core.$ZodType>(path: string, answer: A) =>
  <S extends z.core.$ZodLooseShape>(verb: string, summary: string, shape: S, problems: ProblemCode[] = []) =>
    route({
      method: 'POST',
      path: `${path}/:id/${verb}`,
      summary,
      access: 'person',
      input: z.object({ id: Id, eventId: Id, ...shape }),
      answer,
      problems: [...moveProblems, ...problems],
    })
