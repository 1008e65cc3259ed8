import { expect, test } from 'vitest'
import type { Schema } from './description.ts'
import { misfits } from './fits.ts'

const text: Schema = { type: 'string', minLength: 1, maxLength: 10 }
const form = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  ...{ type: 'object', properties, required },
})
const input = (old: Schema, now: Schema) => misfits(old, now, { unknown: 'missed' })
const answer = (old: Schema, now: Schema) => misfits(now, old, { unknown: 'ignored' })

test.each<[string, Schema, Schema]>([
  ['a field that must be given now', form({ a: text }), form({ a: text, b: text })],
  ['a field that is known no more', form({ a: text, b: text }), form({ a: text })],
  ['a choice less', { enum: ['a', 'b'] }, { enum: ['a'] }],
  ['a choice where anything went', text, { enum: ['a'] }],
  ['less room', text, { ...text, maxLength: 5 }],
  ['a pattern', text, { ...text, pattern: '^a$' }],
  ['null refused', { anyOf: [text, { type: 'null' }] }, text],
  ['another kind', text, { type: 'integer' }],
  ['fewer of them', { type: 'array', items: text }, { type: 'array', items: text, maxItems: 2 }],
  ['a narrower part of a list', { type: 'array', items: text }, { type: 'array', items: { ...text, maxLength: 5 } }],
])('an old phone cannot send: %s', (_, old, now) => {
  expect(input(old, now)).not.toEqual([])
})

test.each<[string, Schema, Schema]>([
  ['a field is gone', form({ a: text, b: text }), form({ a: text })],
  ['a field may be absent', form({ a: text }), form({ a: text }, [])],
  ['a value it does not know', { enum: ['a'] }, { enum: ['a', 'b'] }],
  ['null where there was none', text, { anyOf: [text, { type: 'null' }] }],
  ['deep within', { type: 'array', items: form({ a: text }) }, { type: 'array', items: form({}) }],
])('an old phone cannot read: %s', (_, old, now) => {
  expect(answer(old, now)).not.toEqual([])
})

test('more choices and more room to send, more fields to read: an old phone minds neither', () => {
  const wider = form({ a: { ...text, maxLength: 20 }, b: text, c: { enum: ['x', 'y'] } }, ['a'])
  expect(input(form({ a: text, c: { const: 'x' } }), wider)).toEqual([])
  expect(
    answer(form({ a: text, c: { anyOf: [text, { type: 'null' }] } }), form({ a: text, c: text, d: text })),
  ).toEqual([])
})
