import { createDrafts, type Draft } from '@huiyin/miniapp/src/core/sending/drafts.ts'
import { createOutbox } from '@huiyin/miniapp/src/core/sending/outbox.ts'
import { phoneProblem, trouble } from '@huiyin/miniapp/src/core/sending/trouble.ts'
import { toProblem } from '@huiyin/shared/core/problem.ts'
import { problems } from '@huiyin/shared/problems.ts'
import { expect, test } from 'vitest'
import { hand, memory, settled } from './phone.ts'

const form = { words: '楼道堆物' }
const report = (id: string) => ({ id, kind: 'report', form })

/** `send` answers for the server; `start` is the app opened again on the same phone. */
const phone = (send: (draft: Draft) => Promise<unknown>) => {
  const storage = memory()
  const clock = hand()
  const start = () => {
    const drafts = createDrafts({ storage, now: clock.now, later: clock.later })
    return {
      drafts,
      outbox: createOutbox({ drafts, writings: { report: { send } }, now: clock.now, later: clock.later }),
    }
  }
  return { clock, start }
}

const offline = () => Promise.reject(trouble(phoneProblem('offline')))

test('a submitted report is stored before it is sent', async () => {
  const { start } = phone(() => new Promise(() => undefined))
  const { outbox } = start()
  void outbox.submit(report('r1'))
  await settled()
  expect(start().drafts.get('r1')).toMatchObject({ state: 'queued', form })
})

test('the receipt is kept with the report', async () => {
  const { start } = phone(async () => ({ number: '26112300001' }))
  const { drafts, outbox } = start()
  await outbox.submit(report('r1'))
  expect(drafts.get('r1')).toMatchObject({ state: 'sent', answer: { number: '26112300001' } })
})

test('without network it waits, and leaves by itself when the network is back', async () => {
  let online = false
  const { clock, start } = phone(() => (online ? Promise.resolve({ number: '1' }) : offline()))
  const { drafts, outbox } = start()
  await outbox.submit(report('r1'))
  expect(drafts.get('r1')).toMatchObject({ state: 'queued', problem: { code: 'offline' } })
  online = true
  clock.pass(20_000)
  await settled()
  expect(drafts.get('r1')?.state).toBe('sent')
})

test('a report submitted without network goes out after the app was killed and opened again', async () => {
  let online = false
  const { start } = phone(() => (online ? Promise.resolve({}) : offline()))
  await start().outbox.submit(report('r1'))
  online = true
  const again = start()
  await again.outbox.sendAll()
  expect(again.drafts.get('r1')?.state).toBe('sent')
})

test('reports leave in the order in which they were submitted', async () => {
  const sent: string[] = []
  let online = false
  const { clock, start } = phone(async draft => {
    if (!online) return offline()
    sent.push(draft.id)
  })
  const { outbox } = start()
  for (const id of ['r3', 'r1', 'r2']) {
    await outbox.submit(report(id))
    clock.pass(1)
  }
  online = true
  await outbox.sendAll()
  expect(sent).toEqual(['r3', 'r1', 'r2'])
})

test('what the server refuses is not sent again, and does not hold up the next', async () => {
  const { clock, start } = phone(draft =>
    draft.id === 'r1' ? Promise.reject(trouble(toProblem(problems, 'place-outside'))) : Promise.resolve({}),
  )
  const { drafts, outbox } = start()
  await outbox.submit(report('r1'))
  clock.pass(1)
  await outbox.submit(report('r2'))
  expect(drafts.get('r1')).toMatchObject({ state: 'refused', problem: { code: 'place-outside' } })
  expect(drafts.get('r2')?.state).toBe('sent')
})

test('however often sending is started, one report is on the line once', async () => {
  let calls = 0
  let answer: (told: unknown) => void = () => undefined
  const { start } = phone(() => {
    calls++
    return new Promise(resolve => {
      answer = resolve
    })
  })
  const { outbox } = start()
  const all = Promise.all([outbox.submit(report('r1')), outbox.sendAll(), outbox.sendAll()])
  await settled()
  answer({})
  await all
  expect(calls).toBe(1)
})

test.each(['busy', 'too-many', 'not-signed-in'] as const)('a server that says %s is asked again later', async code => {
  const { start } = phone(() => Promise.reject(trouble(toProblem(problems, code))))
  const { drafts, outbox } = start()
  await outbox.submit(report('r1'))
  expect(drafts.get('r1')?.state).toBe('queued')
})
