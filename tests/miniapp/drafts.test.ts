import { createDrafts } from '@huiyin/miniapp/src/core/sending/drafts.ts'
import { expect, test } from 'vitest'
import { hand, memory } from './phone.ts'

const form = { words: '三楼水管漏水', photoIds: ['p1'] }

/** A phone whose app can be killed: what is only in memory is gone, what was stored is not. */
const phone = () => {
  const storage = memory()
  const clock = hand()
  const start = () => createDrafts({ storage, now: clock.now, later: clock.later })
  return { storage, clock, start }
}

test('what she typed is on the phone within a second of the last letter', () => {
  const { clock, start } = phone()
  const drafts = start()
  drafts.write('report', 'r1', { words: '三' })
  clock.pass(300)
  drafts.write('report', 'r1', form)
  clock.pass(1_000)
  expect(start().get('r1')).toMatchObject({ form, state: 'writing' })
})

test('leaving the app saves at once what was typed a moment before', () => {
  const { start } = phone()
  const drafts = start()
  drafts.write('report', 'r1', form)
  expect(start().get('r1')).toBeUndefined()
  drafts.flush()
  expect(start().get('r1')?.form).toEqual(form)
})

test('after a kill the page opens with the same id and everything that was in it', () => {
  const { clock, start } = phone()
  start().write('report', 'r1', form)
  clock.pass(1_000)
  const reopened = start().open('report', 'a-new-id', { words: '', photoIds: [] })
  expect(reopened).toMatchObject({ id: 'r1', form })
})

test('a report that is on its way is not opened as a draft again', () => {
  const { clock, start } = phone()
  const drafts = start()
  drafts.save({ id: 'r1', kind: 'report', form, state: 'queued', savedAt: clock.now() })
  expect(drafts.open('report', 'r2', { words: '' })).toMatchObject({ id: 'r2', form: { words: '' } })
})

test('a refused report opens again to be put right', () => {
  const { clock, start } = phone()
  start().save({ id: 'r1', kind: 'report', form, state: 'refused', savedAt: clock.now() })
  expect(start().open('report', 'r2', { words: '' }).id).toBe('r1')
})

test('a draft of one page never turns up on another', () => {
  const { clock, start } = phone()
  const drafts = start()
  drafts.write('note.a', 'n1', form)
  clock.pass(1_000)
  expect(drafts.open('note.b', 'n2', { words: '' }).id).toBe('n2')
})

test('an erased draft does not come back with the save that was pending', () => {
  const { clock, start } = phone()
  const drafts = start()
  drafts.write('report', 'r1', form)
  drafts.erase('r1')
  clock.pass(1_000)
  expect(start().list()).toEqual([])
})

test('a receipt stays for a day and is then cleared away, an unsent report never', () => {
  const { clock, start } = phone()
  const drafts = start()
  drafts.save({ id: 'sent', kind: 'report', form, state: 'sent', savedAt: clock.now() })
  drafts.save({ id: 'queued', kind: 'report', form, state: 'queued', savedAt: clock.now() })
  drafts.eraseOld(() => true)
  expect(drafts.list()).toHaveLength(2)
  clock.pass(25 * 3600_000)
  expect(drafts.eraseOld(() => false)).toEqual([])
  expect(drafts.eraseOld(() => true).map(it => it.id)).toEqual(['sent'])
  expect(drafts.list().map(it => it.id)).toEqual(['queued'])
})

test('a torn entry in storage costs that entry only', () => {
  const { storage, clock, start } = phone()
  storage.write('draft.torn', '{"id":"torn","ki')
  start().save({ id: 'r1', kind: 'report', form, state: 'queued', savedAt: clock.now() })
  expect(
    start()
      .list()
      .map(it => it.id),
  ).toEqual(['r1'])
})
