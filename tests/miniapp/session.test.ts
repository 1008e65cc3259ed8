import { createSession } from '@huiyin/miniapp/src/core/sending/session.ts'
import { problemOf } from '@huiyin/miniapp/src/core/sending/trouble.ts'
import { expect, test } from 'vitest'
import { memory } from './phone.ts'

const phone = (loginCode: () => Promise<string | undefined> = async () => 'code') => {
  const opened: string[] = []
  const session = createSession({
    storage: memory(),
    loginCode,
    open: async code => {
      opened.push(code)
      return `token-${opened.length}`
    },
  })
  return { session, opened }
}

test('ten calls at once make one login', async () => {
  const { session, opened } = phone()
  const tokens = await Promise.all(Array.from({ length: 10 }, session.token))
  expect(new Set(tokens)).toEqual(new Set(['token-1']))
  expect(opened).toHaveLength(1)
})

test('the token is kept, and renewed only when asked to', async () => {
  const { session, opened } = phone()
  await session.token()
  expect(await session.token()).toBe('token-1')
  expect(await session.renew('token-1')).toBe('token-2')
  expect(await session.token()).toBe('token-2')
  expect(opened).toHaveLength(2)
})

test('a call that hears late of its worn token gets the one that is new already', async () => {
  const { session, opened } = phone()
  await session.token()
  await session.renew('token-1')
  expect(await session.renew('token-1')).toBe('token-2')
  expect(opened).toHaveLength(2)
})

test('a login that failed is tried anew the next time', async () => {
  let works = false
  const { session } = phone(() => (works ? Promise.resolve('code') : Promise.reject(new Error('wx'))))
  await expect(session.token()).rejects.toThrow()
  works = true
  expect(await session.token()).toBe('token-1')
})

test('outside WeChat she is told to open it there', async () => {
  const { session, opened } = phone(async () => undefined)
  const problem = await session.token().catch(problemOf)
  expect(problem).toMatchObject({ code: 'not-in-wechat' })
  expect(opened).toEqual([])
})

test('after 退出登录 nothing logs in by itself until she comes back', async () => {
  const { session, opened } = phone()
  await session.token()
  session.leave()
  expect(await session.token().catch(problemOf)).toMatchObject({ code: 'signed-out' })
  expect(await session.renew('token-1').catch(problemOf)).toMatchObject({ code: 'signed-out' })
  expect(opened).toHaveLength(1)
  await session.comeBack()
  expect(await session.token()).toBe('token-2')
})
