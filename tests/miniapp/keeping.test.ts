import { createKeeping } from '@huiyin/miniapp/src/core/device/keeping.ts'
import type { Storage } from '@huiyin/miniapp/src/core/device/platform-shape.ts'
import { createDrafts } from '@huiyin/miniapp/src/core/sending/drafts.ts'
import { createOutbox } from '@huiyin/miniapp/src/core/sending/outbox.ts'
import { createSession } from '@huiyin/miniapp/src/core/sending/session.ts'
import { createUploads } from '@huiyin/miniapp/src/core/sending/upload.ts'
import { describe, expect, test } from 'vitest'
import { brokenStorage, fullStorage, hand, settled, texts } from './phone.ts'

/** A local write is never a precondition of sending. */
describe.each([
  ['full', fullStorage()],
  ['broken', brokenStorage],
])('on a phone whose storage is %s', (_, phones: Storage) => {
  const open = () => {
    const clock = hand()
    const storage = createKeeping(phones)
    return { clock, storage, drafts: createDrafts({ storage, now: clock.now, later: clock.later }) }
  }

  test('a report goes out and brings its receipt', async () => {
    const { clock, drafts } = open()
    const sent: string[] = []
    const send = async ({ id }: { id: string }) => sent.push(id)
    const outbox = createOutbox({ drafts, writings: { report: { send } }, now: clock.now, later: clock.later })
    await outbox.submit({ id: 'r1', kind: 'report', form: { words: '漏水' } })
    expect(sent).toEqual(['r1'])
    expect(drafts.get('r1')).toMatchObject({ state: 'sent', form: { words: '漏水' } })
    expect(drafts.isKept('r1')).toBe(false)
  })

  test('what she types stays on the page, and the page can say so', () => {
    const { clock, drafts } = open()
    for (const words of ['三', '三楼', '三楼漏水']) {
      drafts.write('report', 'r1', { words })
      clock.pass(1_000)
    }
    expect(drafts.get('r1')?.form).toEqual({ words: '三楼漏水' })
    expect(drafts.list()).toHaveLength(1)
    expect(drafts.mayBeLost()).toBe(true)
    drafts.erase('r1')
    expect(drafts.list()).toEqual([])
    expect(drafts.mayBeLost()).toBe(false)
  })

  test('she is logged in once, not at every request', async () => {
    const { storage } = open()
    let codes = 0
    const loginCode = async () => `code-${++codes}`
    const session = createSession({ storage, loginCode, open: async code => `token of ${code}` })
    expect([await session.token(), await session.token()]).toEqual(['token of code-1', 'token of code-1'])
    session.leave()
    await expect(session.token()).rejects.toMatchObject({ problem: { code: 'signed-out' } })
  })

  test('a photo travels', async () => {
    const { clock, storage } = open()
    const sent: string[] = []
    const uploads = createUploads({ storage, later: clock.later, now: clock.now, send: async id => void sent.push(id) })
    uploads.add('p1')
    await settled()
    expect([sent, uploads.get('p1').state]).toEqual([['p1'], 'sent'])
  })
})

test('once there is room again, what was in memory is stored with the next change', () => {
  const all = new Map([['draft.r1', 'older']])
  let full = true
  const storage = createKeeping({
    ...texts(all),
    write: (key, text) => (full ? fullStorage() : texts(all)).write(key, text),
  })
  storage.write('draft.r1', 'newer')
  expect([storage.read('draft.r1'), storage.isKept('draft.r1'), all.get('draft.r1')]).toEqual(['newer', false, 'older'])
  expect(storage.keys()).toEqual(['draft.r1'])
  full = false
  storage.write('draft.r1', 'newest')
  expect([storage.read('draft.r1'), storage.isKept('draft.r1'), all.get('draft.r1')]).toEqual([
    'newest',
    true,
    'newest',
  ])
})
