import { fieldAccepts } from '@huiyin/dev/wechat/template-fields.ts'
import type { FieldType } from '@huiyin/dev/wechat/templates.ts'
import { toField } from '@huiyin/shared/alerts/template-fields.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const types = [
  'thing',
  'character_string',
  'number',
  'letter',
  'symbol',
  'phrase',
  'name',
  'phone_number',
  'time',
  'date',
  'amount',
  'car_number',
] as const satisfies FieldType[]

const accepts = (type: FieldType, value: string) =>
  fieldAccepts({ title: '任意模板', type: 2, fields: { [`${type}1`]: type } }, `${type}1`, value)

/** Everything that can come out of a database or a keyboard: emoji, halves of emoji, control characters, marks, blanks. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(it => String.fromCharCode(it)), maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...'🚲💧👨‍👩‍👧 \n\u0000￥¥$-+*#().0123456789元漏水ab。，〇々㊙©☎️'),
    maxLength: 60,
  }),
)

test.each(types)('WeChat takes whatever is put into a %s field', type => {
  fc.assert(
    fc.property(anyText, text => accepts(type, toField(`${type}1`, text))),
    { numRuns: 2000 },
  )
})

test.each(types)('WeChat takes a moment put into a %s field', type => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: false }), at => accepts(type, toField(`${type}1`, at))),
    { numRuns: 500 },
  )
})

const deadline = new Date('2026-11-24T02:30:00.000Z')
test.each([
  ['time5', deadline, '2026年11月24日 10:30'],
  ['date1', deadline, '2026年11月24日'],
  ['thing2', deadline, '2026年11月24日 10:30'],
  ['character_string1', deadline, '2026-11-24 10:30'],
  ['thing2', '柳塘村 1号楼\n三单元', '柳塘村 1号楼 三单元'],
  ['thing2', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
  ['thing2', '🚲🚲', '无'],
  ['phrase4', '已办结！', '已办结'],
  ['character_string1', '26112400001', '26112400001'],
  ['letter1', 'A座b', 'Ab'],
  ['symbol1', '紧急！', '！'],
  ['phone_number1', '电话 138****8000', '138****8000'],
  ['amount1', '共 12.50 元', '12.50元'],
  ['amount1', '￥88', '￥88'],
  ['amount1', '免费', '0'],
  ['car_number1', '皖A·12345', '皖A·12345'],
  ['number1', '12', '12'],
  ['name1', '王**', '王**'],
])('%s of %o reads %s', (key, value, shown) => {
  expect(toField(key, value)).toBe(shown)
})
