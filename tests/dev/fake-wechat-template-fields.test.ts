import { fieldAccepts } from '@huiyin/dev/wechat/template-fields.ts'
import { demoTemplates, type FieldType, type Template } from '@huiyin/dev/wechat/templates.ts'
import { describe, expect, test } from 'vitest'

const taken = (type: FieldType, value: unknown, enumValues?: string[]) => {
  const template: Template = {
    title: '试',
    type: 2,
    fields: { k1: type },
    enumValues: enumValues && { k1: enumValues },
  }
  return fieldAccepts(template, 'k1', value)
}

const cases: [FieldType, string[], unknown[]][] = [
  [
    'thing',
    ['楼道漏水', '一'.repeat(20), `楼${'😀'.repeat(19)}`],
    ['一'.repeat(21), '', '   ', '😀😀', '两\n行', 7, null],
  ],
  ['character_string', ['HM-2026#0042', 'a'.repeat(32)], ['编号1', 'a'.repeat(33)]],
  ['number', ['12', '-3.50'], ['12万', '1'.repeat(33), '1.']],
  ['letter', ['abc'], ['abc1', 'a'.repeat(33)]],
  ['symbol', ['**', '！'], ['a*', '******']],
  ['phrase', ['已办结'], ['已办结了没有', '处理中1', '处理中！', 'OK']],
  ['name', ['王**', '欧阳翠花', 'Li Lei'], ['一二三四五六七八九十甲', 'a'.repeat(21), '王2']],
  ['phone_number', ['0123-4567890', '13800000001'], ['138000000010000000', '电话13800000001']],
  [
    'time',
    ['2026年7月1日 15:01', '2026-07-01 09:42', '15:01~16:00', '9:05'],
    ['2026年7月1日', '25:00', '15:61', '下午三点', '2026年13月1日 10:00'],
  ],
  [
    'date',
    ['2026年7月1日', '2026-07-01', '2026/7/1~2026/7/3', '2026年7月1日 15:01'],
    ['15:01', '2026-07/01', '7月1日'],
  ],
  ['amount', ['¥12.50', '100元'], ['¥12345678901', '一百元']],
  ['car_number', ['江A12345'], ['江A12345678']],
]

describe.each(cases)('a field of type %s', (type, good, bad) => {
  test.each(good)('takes %s', value => expect(taken(type, value)).toBe(true))
  test.each(bad)('refuses %s', value => expect(taken(type, value)).toBe(false))
})

test('a field of type enum takes its listed values only', () => {
  expect(taken('enum', '是', ['是', '否'])).toBe(true)
  expect(taken('enum', '也许', ['是', '否'])).toBe(false)
})

test('every key of the demo templates is its type and a number, and has a label', () => {
  for (const { fields, labels } of Object.values(demoTemplates)) {
    for (const [key, type] of Object.entries(fields)) expect(key).toMatch(new RegExp(`^${type}\\d+$`))
    expect(Object.keys(labels ?? {})).toEqual(Object.keys(fields))
  }
})
