import { traceKinds, traceNames, tracesIn } from '@huiyin/shared/matters/traces.ts'
import { expect, test } from 'vitest'

test.each([
  ['电话 13912345678', ['13912345678']],
  ['电话 0571-87654321', ['0571-87654321', '87654321']],
  ['证件 33010619900101123X', ['33010619900101123X']],
  ['编号 12345', []],
  ['2023年5月6日', ['2023年5月6日']],
  ['二〇二三年', ['二〇二三年']],
  ['腊月廿三', ['腊月廿三']],
  ['5,000元', ['5,000元']],
  ['两万多', ['两万多']],
  ['六十七岁', ['六十七岁']],
  ['3号楼和清水湾小区', ['3号楼', '楼和清水湾小区'.slice(1)]],
  ['王师傅和老李', ['老李', '王师傅']],
  ['老王时候', []],
  ['村支书', ['村支书']],
])('「%s」 tells on somebody by %s', (text, words) => {
  const found = tracesIn(text).map(it => it.words)
  expect(found.sort()).toEqual([...words].sort())
})

test('a name is known by the given name too, however it is written, and each trace is told once', () => {
  const known = [{ kind: 'person' as const, words: '欧阳小红' }]
  expect(tracesIn('阳 小\u200b红说的', known).map(it => it.words)).toEqual(['阳小红'])
  expect(tracesIn('欧阳小红，欧阳小红', known).map(it => it.words)).toEqual(['欧阳小红', '阳小红'])
  expect(tracesIn('王明', [{ kind: 'person', words: '王明' }]).map(it => it.words)).toEqual(['王明'])
  expect(tracesIn('明', [{ kind: 'person', words: '王明' }])).toEqual([])
  expect(tracesIn('塘村', [{ kind: 'place', words: '柳塘村' }])).toEqual([])
  expect(tracesIn('甲', [{ kind: 'place', words: '甲' }])).toEqual([])
})

test.each([
  ['13912345678', 'phone'],
  ['0571-87654321', 'phone'],
  ['057187654321', 'phone'],
  ['123456', 'number'],
  ['33010619900101123X', 'number'],
  ['冀A12345', 'plate'],
  ['冀AD12345', 'plate'],
  ['12月24日', 'date'],
  ['5月6号', 'date'],
  ['2023年', 'date'],
  ['二〇二三年', 'date'],
  ['腊月廿三', 'date'],
  ['十二月二十日', 'date'],
  ['5,000元', 'money'],
  ['五万三千元', 'money'],
  ['67岁', 'age'],
  ['12号楼', 'place'],
  ['幸福路12号', 'place'],
  ['清水湾小区', 'place'],
  ['老李', 'person'],
  ['王师傅', 'person'],
  ['双胞胎', 'rare'],
] as const)('「%s」 is a trace of the kind %s, as a whole', (words, kind) => {
  expect(tracesIn(words)[0]).toEqual({ kind, words })
})

test('every kind of trace has a name of its own', () => {
  expect(new Set(traceKinds.map(it => traceNames[it])).size).toBe(traceKinds.length)
})
