import type { FieldType, Template } from './templates.ts'

const DAY = String.raw`\d{4}(年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\d|3[01])日|(?<mark>[-/.])(0?[1-9]|1[0-2])\k<mark>(0?[1-9]|[12]\d|3[01]))`
const HOUR = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`
const MOMENT = new RegExp(`^(${DAY} ?)?${HOUR}$`)
const DATE = new RegExp(`^${DAY}( ?${HOUR})?$`)
const BLANK_OR_EMOJI = /^(?:\s|\p{Extended_Pictographic}|\u200d|\ufe0f)*$/u

const length = (value: string) => [...value].length
const eachEnd = (value: string, shape: RegExp) => {
  const ends = value.split('~')
  return ends.length <= 2 && ends.every(end => shape.test(end.trim()))
}

/** The platform's limits for each kind of value; a length is counted in characters, not in UTF-16 units. */
const rules: Record<Exclude<FieldType, 'enum'>, (value: string) => boolean> = {
  thing: value => length(value) <= 20 && !/\p{Cc}/u.test(value),
  character_string: value => /^[\x20-\x7e]{1,32}$/.test(value),
  number: value => value.length <= 32 && /^-?\d+(\.\d+)?$/.test(value),
  letter: value => /^[A-Za-z]{1,32}$/.test(value),
  symbol: value => /^[\p{P}\p{S}]{1,5}$/u.test(value),
  phrase: value => /^\p{Script=Han}{1,5}$/u.test(value),
  name: value => !/[\d\p{Cc}]/u.test(value) && length(value) <= (/\p{Script=Han}/u.test(value) ? 10 : 20),
  phone_number: value => /^[\d+\-()*# ]{1,17}$/.test(value),
  time: value => eachEnd(value, MOMENT),
  date: value => eachEnd(value, DATE),
  amount: value => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value),
  car_number: value => length(value) <= 8,
}

/** Whether WeChat would take `value` in field `key` of the template. */
export function fieldAccepts(template: Template, key: string, value: unknown): boolean {
  const type = template.fields[key]
  if (!type || typeof value !== 'string' || BLANK_OR_EMOJI.test(value)) return false
  if (type === 'enum') return template.enumValues?.[key]?.includes(value) ?? false
  return rules[type](value)
}

/** The first key whose value is missing, not of the template, or breaks its rule; undefined when all are well. */
export function firstBadField(template: Template, values: Record<string, unknown>): string | undefined {
  const keys = new Set([...Object.keys(template.fields), ...Object.keys(values)])
  return [...keys].find(key => {
    const held = values[key]
    return (
      typeof held !== 'object' || held === null || !fieldAccepts(template, key, (held as { value?: unknown }).value)
    )
  })
}
