import { createCrashes } from '@huiyin/miniapp/src/core/sending/crashes.ts'
import { phoneProblem, trouble } from '@huiyin/miniapp/src/core/sending/trouble.ts'
import { Crash } from '@huiyin/shared/crashes/crash.ts'
import { crashLimits } from '@huiyin/shared/crashes/crash-limits.ts'
import { beforeEach, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { fullStorage, hand, memory, settled } from './phone.ts'

/** What a phone tells of errors that nobody expected, and what it never tells. */
let told: Crash[][]
let online: boolean
let clock: ReturnType<typeof hand>
beforeEach(() => {
  told = []
  online = true
  clock = hand()
})
const phone = (storage = memory()) =>
  createCrashes({
    storage,
    now: clock.now,
    later: clock.later,
    page: () => 'reports/pages/new/index',
    send: async crashes => {
      told.push(crashes)
      if (!online) throw new Error('offline')
    },
  })
const thrown = (stack: string, name = 'TypeError') => Object.assign(new Error('三楼王大爷家漏水'), { name, stack })
const send = async () => {
  clock.pass(crashLimits.waitMs)
  await settled()
}

const chrome =
  'TypeError: 三楼王大爷家漏水\n    at e.open (https://usr/common.js?t=1:1:234)\n    at https://usr/reports/pages/new/index.js:2:9'
const apple = 'open@https://usr/common.js:1:234\nhttps://usr/reports/pages/new/index.js:2:9\n[native code]'
const wechat = `MiniProgramError\nCannot read 三楼王大爷家漏水\n${chrome}`

test.each([
  ['Android', thrown(chrome)],
  ['an iPhone', thrown(apple)],
  ['WeChat itself, as a text', wechat],
])('from %s: what it is called, on which page, where in the program; no word of the message', async (_, error) => {
  phone()(error)
  await send()
  expect(JSON.stringify(told)).not.toContain('王大爷')
  const [crash] = told[0] ?? []
  expect(z.parse(Crash, crash)).toEqual(crash)
  expect(crash).toMatchObject({ kind: 'TypeError', page: 'reports/pages/new/index' })
  expect(crash?.frames.slice(-2)).toEqual([
    expect.stringMatching(/open@common\.js:1:234$/),
    '@reports/pages/new/index.js:2:9',
  ])
})

test.each([[undefined], [null], ['三楼漏水'], [{ errMsg: 'fail' }], [7]])(
  'what is thrown may be anything: %j',
  async error => {
    phone()(error)
    await send()
    expect(told).toEqual([[{ kind: 'Error', page: 'reports/pages/new/index', frames: [] }]])
  },
)

test('a refusal, or a network that is away, is no error of the program', async () => {
  phone()(trouble(phoneProblem('offline')))
  await send()
  expect(told).toEqual([])
})

test('errors of the same moment travel together, few at a time, each once', async () => {
  const crashed = phone()
  for (let n = 0; n < crashLimits.perBatch + 2; n++) {
    crashed(thrown(`a@https://x/a.js:1:${n}`))
    crashed(thrown(`a@https://x/a.js:1:${n}`))
  }
  await send()
  await send()
  expect(told.map(it => it.length)).toEqual([crashLimits.perBatch, 2])
})

test('what could not be sent is not sent again: no network is no loop', async () => {
  online = false
  const crashed = phone()
  crashed(thrown(chrome))
  for (let n = 0; n < 5; n++) await send()
  expect(told).toHaveLength(1)
})

test('a phone tells so many in a day, over all its lives, and the next day again', async () => {
  const kept = memory()
  const many = (from: number) => {
    const crashed = phone(kept)
    for (let n = 0; n < 15; n++) crashed(thrown(`a@https://x/a.js:1:${from + n}`))
  }
  for (const from of [0, 100, 200]) many(from)
  for (let n = 0; n < 10; n++) await send()
  expect(told.flat()).toHaveLength(crashLimits.perPhoneAndDay)
  clock.pass(86_400_000)
  many(300)
  for (let n = 0; n < 5; n++) await send()
  expect(told.flat().length).toBeGreaterThan(crashLimits.perPhoneAndDay)
})

test('a storage that is full stops nothing and throws nothing', async () => {
  phone(memory())(thrown(chrome))
  createCrashes({
    storage: fullStorage(),
    now: clock.now,
    later: clock.later,
    page: () => '',
    send: async () => undefined,
  })(thrown(chrome))
  await send()
  expect(told).toHaveLength(1)
})
