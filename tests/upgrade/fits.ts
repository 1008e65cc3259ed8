import type { Schema } from './description.ts'

/** `unknown`: whether the taker minds a name that he does not know. */
type Taker = { unknown: 'ignored' | 'missed' }

/**
 * Where something that is right by `from` may be wrong by `into`; nothing when it always fits. An input must fit from the old description
 * into the new one, an answer from the new one into the old.
 */
export const misfits = (from: Schema, into: Schema, taker: Taker, at = ''): string[] => {
  const given = choicesOf(from)
  if (given) return given.flatMap(it => misfits(it, into, taker, at))
  const choices = choicesOf(into)
  if (choices) {
    const tries = choices.map(it => misfits(from, it, taker, at))
    return tries.some(it => it.length === 0) ? [] : (tries.sort((a, b) => a.length - b.length)[0] ?? [])
  }
  const values = valuesOf(from)
  const allowed = valuesOf(into)
  if (allowed && !values) return [`${at}: anything, once one of ${allowed.join(' ')}`]
  if (values && allowed) return values.filter(it => !allowed.includes(it)).map(it => `${at}: ${it}`)
  if (values) return values.every(it => isOf(it, into)) ? [] : [`${at}: no ${into.type}`]
  if (into.type && from.type !== into.type && !(from.type === 'integer' && into.type === 'number'))
    return [`${at}: ${from.type ?? 'anything'} for ${into.type}`]
  return [...limits(from, into, at), ...parts(from, into, taker, at)]
}

/** A schema that is one of several; `type: ['string', 'null']` says the same in short. */
export const choicesOf = (it: Schema): Schema[] | undefined =>
  it.anyOf ?? it.oneOf ?? (Array.isArray(it.type) ? it.type.map(type => ({ ...it, type })) : undefined)

const valuesOf = (it: Schema): unknown[] | undefined => it.enum ?? ('const' in it ? [it.const] : undefined)

const isOf = (value: unknown, { type }: Schema) =>
  type === undefined || type === typeof value || (type === 'integer' && Number.isInteger(value))

const least = ['minLength', 'minItems', 'minimum', 'exclusiveMinimum'] as const
const most = ['maxLength', 'maxItems', 'maximum', 'exclusiveMaximum'] as const

const limits = (from: Schema, into: Schema, at: string): string[] => [
  ...least.filter(it => (into[it] ?? -Infinity) > (from[it] ?? -Infinity)).map(it => `${at}: ${it} ${into[it]}`),
  ...most.filter(it => (into[it] ?? Infinity) < (from[it] ?? Infinity)).map(it => `${at}: ${it} ${into[it]}`),
  ...(['format', 'pattern'] as const).filter(it => into[it] && into[it] !== from[it]).map(it => `${at}: ${it}`),
]

const parts = (from: Schema, into: Schema, taker: Taker, at: string): string[] => {
  const names = Object.keys({ ...from.properties, ...into.properties })
  const named = names.flatMap(name => {
    const [given, taken] = [from.properties?.[name], into.properties?.[name]]
    const where = `${at}.${name}`
    if (!taken) return taker.unknown === 'missed' ? [`${where}: no longer known`] : []
    if (into.required?.includes(name) && !from.required?.includes(name)) return [`${where}: may be absent`]
    return given ? misfits(given, taken, taker, where) : []
  })
  const [each, every] = [from.additionalProperties, into.additionalProperties]
  const rest = typeof each === 'object' && typeof every === 'object' ? misfits(each, every, taker, `${at}.*`) : []
  const items = from.items && into.items ? misfits(from.items, into.items, taker, `${at}[]`) : []
  return [...named, ...rest, ...items]
}
