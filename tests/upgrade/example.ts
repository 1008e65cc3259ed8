import fc from 'fast-check'
import * as z from 'zod/mini'
import { routes } from '../lists/routes.ts'
import { type Description, inputOf, operationsOf, type Schema } from './description.ts'
import { choicesOf } from './fits.ts'

/** By the name of the operation: inputs that its contract took. */
export type Examples = Record<string, object[]>

const kept = 12

/** Inputs that the contracts of today take, drawn from the description with a given seed; each in the shape in which a phone may send it. */
export const examplesOf = (description: object): Examples => {
  const examples: Examples = {}
  for (const operation of operationsOf(description as Description).values()) {
    const schema = inputOf(operation)
    if (!schema) continue
    const drawn = fc.sample(anyOf(schema), { numRuns: 400, seed: 20261124 }) as object[]
    const right = drawn.filter(it => takes(operation.operationId, it))
    if (right.length === 0) console.log(`no example is right for ${operation.operationId}`)
    examples[operation.operationId] = spread(right)
  }
  return examples
}

/** Long ones and short ones. */
const spread = (all: object[]) => {
  const different = [...new Map(all.map(it => [JSON.stringify(it), it])).entries()]
  const sorted = different.toSorted(([a], [b]) => a.length - b.length).map(([, it]) => it)
  return sorted.filter((_, n) => n % Math.max(1, Math.ceil(sorted.length / kept)) === 0)
}

export const takes = (operation: string, input: object): boolean => {
  const route = new Map(Object.entries(routes)).get(operation)
  return route !== undefined && z.safeParse(route.input as z.ZodMiniType, input).success
}

const anyOf = (it: Schema): fc.Arbitrary<unknown> => {
  const choices = choicesOf(it)
  if (choices) return fc.oneof(...choices.map(anyOf))
  if (it.enum) return fc.constantFrom(...it.enum)
  if ('const' in it) return fc.constant(it.const)
  if (it.type === 'object') return anyObject(it)
  if (it.type === 'array')
    return fc.array(anyOf(it.items ?? {}), { minLength: it.minItems ?? 0, maxLength: Math.min(it.maxItems ?? 3, 6) })
  if (it.type === 'boolean') return fc.boolean()
  if (it.type === 'null') return fc.constant(null)
  if (it.type === 'integer') return fc.integer({ min: it.minimum ?? 0, max: it.maximum ?? 10_000 })
  if (it.type === 'number') return fc.double({ min: it.minimum ?? 0, max: it.maximum ?? 200, noNaN: true })
  return anyText(it)
}

const anyObject = ({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<object> => {
  const named = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, anyOf(schema)]))
  if (typeof additionalProperties === 'object' && Object.keys(named).length === 0)
    return fc.dictionary(fc.stringMatching(/^[A-Za-z0-9_-]{8,20}$/), anyOf(additionalProperties), { maxKeys: 3 })
  return fc.record(named, { requiredKeys: required })
}

const letters = fc.constantFrom(...'楼道里的灯坏了，三单元 301 有人吗？abc-09')

const anyText = ({ format, pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> => {
  if (format === 'uuid') return fc.uuid({ version: 4 })
  if (format === 'date-time') return fc.date({ min: new Date(0), noInvalidDate: true }).map(it => it.toISOString())
  if (pattern) return fc.stringMatching(new RegExp(pattern))
  const text = fc.string({ unit: letters, minLength, maxLength: Math.min(maxLength, Math.max(minLength, 40)) })
  return fc.oneof(text, fc.constantFrom('2026-12-01', '2026-12', 't001v1', 't001', 'true', '1', '13800138000'))
}
