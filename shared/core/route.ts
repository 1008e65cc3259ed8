import type * as z from 'zod/mini'
import type { ProblemCode } from './problem.ts'

type Schema = z.core.$ZodType

/**
 * One operation of the API, as phone and server both read it. `input` holds everything: names in `path` (`:id`) travel in
 * the path, the rest in the query (GET, DELETE) or as the JSON body (POST, PUT).
 */
export type Route<I extends Schema = Schema, O extends Schema = Schema> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  summary: string
  input: I
  answer: O
  /** 201 when the call makes something; 200 otherwise. */
  status?: 200 | 201
  /** Who may call at all; finer permission is the room's policy. `open`: nobody need be signed in. */
  access: 'open' | 'person'
  /** What it refuses beyond the general ones (bad input, not signed in, busy, bug). */
  problems?: readonly ProblemCode[]
  /** A file part named `file` instead of a JSON body. */
  upload?: true
  /** Media types that it answers with, instead of JSON. */
  bytes?: readonly string[]
}

export type Input<R extends Route> = z.output<R['input']>
export type Answer<R extends Route> = z.output<R['answer']>
/** What a caller may pass before defaults and coercion. */
export type Asked<R extends Route> = z.input<R['input']>

/** Keeps the precise types of one contract. */
export const route = <I extends Schema, O extends Schema>(it: Route<I, O>) => it

export const pathNames = (path: string) => [...path.matchAll(/:(\w+)/g)].map(match => match[1] as string)
