import { blankReport, missing, placeCode, toNewReport } from '@huiyin/miniapp/src/reports/filing/new-report.ts'
import { NewReport } from '@huiyin/shared/reports/filing-routes.ts'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

const place = { label: '清水湾村 16号楼', buildingId: 'QH02B16' }
const id = '3f0e9a52-5a0e-4a7e-9d57-6f0f5a3c9b11'
const draft = (form: object) => ({
  id,
  kind: 'report',
  form: { ...blankReport, ...form },
  state: 'queued' as const,
  savedAt: 0,
})

test.each([
  ['the code of a mini-program plate', { scene: 'b%3DQH02B16' }, 'QH02B16'],
  ['a bare code', { scene: 'QH02B16' }, 'QH02B16'],
  ['a plate with more behind the code', { scene: encodeURIComponent('b=QH02B16&u=7') }, 'QH02B16'],
  ['a plain link plate', { q: encodeURIComponent('https://town.example/d/QH02B16') }, 'QH02B16'],
  ['no plate at all', {}, undefined],
  ['a plate cut off in the middle of a character', { scene: 'b%3D%E6%A5' }, undefined],
  ['something that is no code', { scene: encodeURIComponent('b=楼') }, undefined],
])('%s names its place', (_, params, code) => {
  expect(placeCode(params)).toBe(code)
})

test('a photo or a sentence is enough, but a place is needed', () => {
  expect(missing({ ...blankReport, place })).toBe('words')
  expect(missing({ ...blankReport, words: '  ', place })).toBe('words')
  expect(missing({ ...blankReport, photoIds: ['p'] })).toBe('place')
  expect(missing({ ...blankReport, photoIds: ['p'], place })).toBeUndefined()
  expect(missing({ ...blankReport, words: '漏水', place })).toBeUndefined()
})

test('what the page holds is what the contract takes', () => {
  const sent = toNewReport(draft({ words: ' 三楼漏水 ', place, placeWords: '  ', photoIds: [id] }))
  expect(z.parse(NewReport, sent)).toEqual({
    id,
    words: '三楼漏水',
    photoIds: [id],
    danger: false,
    buildingId: 'QH02B16',
  })
})

test('words left empty are not sent as empty words', () => {
  expect(toNewReport(draft({ words: '   ', place, photoIds: [id] })).words).toBeUndefined()
})
