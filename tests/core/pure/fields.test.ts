import { urlOf } from '@huiyin/shared/core/address.ts'
import { commonProblem } from '@huiyin/shared/core/common-problem.ts'
import { Code, Id, Key, Lat, Lng, Point, words } from '@huiyin/shared/core/fields.ts'
import { PageQuery, toPage } from '@huiyin/shared/core/page.ts'
import { Refusal, refuse, toProblem } from '@huiyin/shared/core/problem.ts'
import { Problem } from '@huiyin/shared/core/problem-body.ts'
import { pathNames } from '@huiyin/shared/core/route.ts'
import { judge } from '@huiyin/shared/core/words/judge.ts'
import { after, workingHours } from '@huiyin/shared/core/working-time.ts'
import { problems } from '@huiyin/shared/problems.ts'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

const fits = (field: z.core.$ZodType, ...values: unknown[]) => values.map(it => z.safeParse(field, it).success)

test('a year of days is looked at, and a deadline may lie on the very last minute of a day', () => {
  const start = new Date('2026-11-24T00:00:00+08:00')
  const never = { isWorkday: () => false }
  expect(after(start, 60, 'workdays', never)).toEqual(new Date(start.getTime() + 366 * 86_400_000 + 3_600_000))
  const always = { isWorkday: () => true }
  const wholeDay = workingHours.to - workingHours.from
  expect(after(start, wholeDay, 'hours', always)).toEqual(new Date('2026-11-24T20:00:00+08:00'))
  expect(after(start, wholeDay + 1, 'hours', always)).toEqual(new Date('2026-11-25T08:01:00+08:00'))
})

test('spaces between the characters do not hide that somebody is in danger', () => {
  expect(judge('我 不 想\n活 了').person).toMatchObject({ sign: 'selfHarm' })
})

test('a code is 4 to 16 letters and digits, a key has at most 40 signs, an id is written small', () => {
  expect(fits(Code, 't001', 'a'.repeat(16), 'abc', 'a'.repeat(17), 't-001', 't001 ')).toEqual([
    ...[true, true, false, false, false, false],
  ])
  expect(fits(Key, 'u-water', 'a'.repeat(40), '', 'a'.repeat(41), 'u water')).toEqual([true, true, false, false, false])
  expect(z.parse(Id, 'A0000000-0000-4000-8000-00000000000A')).toBe('a0000000-0000-4000-8000-00000000000a')
  expect(fits(Id, 'a')).toEqual([false])
})

test('a point lies in China, its edges included, and only a query may write it as text', () => {
  expect(fits(Lng, 73, 136, '117.2', 72.9, 136.1)).toEqual([true, true, true, false, false])
  expect(fits(Lat, 3, 54, '31.5', 2.9, 54.1)).toEqual([true, true, true, false, false])
  const at = (lng: unknown, lat: unknown) => ({ lng, lat })
  expect(
    fits(Point, at(73, 3), at(136, 54), at('117', 31), at(72.9, 3), at(136.1, 3), at(73, 2.9), at(73, 54.1)),
  ).toEqual([true, true, false, false, false, false, false])
})

test('words are trimmed, keep their lines, lose what nobody types, and say something', () => {
  const short = words(5)
  expect(z.parse(short, ' \u202e一\u0007二\n三 ')).toBe('一二\n三')
  expect(fits(short, '12345', '123456', '', '   ', '\u200b')).toEqual([true, false, false, false, false])
})

test('a page has one to fifty rows, twenty unless told, and leads on only when there are more', () => {
  const query = z.object(PageQuery)
  expect(z.parse(query, {}).limit).toBe(20)
  const limits = [1, '50', 0, 51, 1.5].map(limit => ({ limit }))
  expect(fits(query, ...limits)).toEqual([true, true, false, false, false])
  expect(fits(query, { cursor: 'a'.repeat(200) }, { cursor: 'a'.repeat(201) })).toEqual([true, false])
  expect(toPage([1, 2, 3], 2, String)).toEqual({ items: [1, 2], next: '2' })
  expect(toPage([1, 2, 3, 4], 3, String)).toEqual({ items: [1, 2, 3], next: '3' })
  expect(toPage([1, 2], 2, String)).toEqual({ items: [1, 2] })
  expect(toPage([], 2, String)).toEqual({ items: [] })
})

test('a refusal carries its code and fields, and is told as a problem with what helps', () => {
  const fields = [{ field: 'words', message: '太长' }]
  const thrown = (() => {
    try {
      return refuse('bad-input', fields)
    } catch (error) {
      return error
    }
  })()
  expect(thrown).toBeInstanceOf(Refusal)
  expect(thrown).toMatchObject({ code: 'bad-input', fields, message: 'bad-input' })
  expect(new Refusal('busy', undefined, 5, [1])).toMatchObject({ afterSeconds: 5, choices: [1] })
  const told = toProblem(problems, 'place-outside', fields, '/api/x', ['later'])
  expect(told).toMatchObject({
    type: '/api/docs#place-outside',
    status: 422,
    code: 'place-outside',
    instance: '/api/x',
  })
  expect(told).toMatchObject({ fields, choices: ['later'] })
  expect(told.title.length * told.detail.length).toBeGreaterThan(0)
  expect(z.parse(Problem, told)).toEqual(told)
  const found = commonProblem('bad-input', fields)
  expect(found).toMatchObject({ type: '/api/docs#bad-input', status: 400, code: 'bad-input', fields })
  expect(fits(Problem, {}, { ...told, fields: [{}] })).toEqual([false, false])
})

test('the names of a path, and an address with what it carries', () => {
  expect(pathNames('/api/reports/:id/steps/:seq')).toEqual(['id', 'seq'])
  expect(urlOf({ path: 'pages/home/index' })).toBe('/pages/home/index')
  expect(urlOf<{ a: string; b?: string; c: string }>({ path: 'p' }, { a: '1', b: undefined, c: '2' })).toBe(
    '/p?a=1&c=2',
  )
})
