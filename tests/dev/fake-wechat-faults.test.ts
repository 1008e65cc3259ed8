import type { Fault } from '@huiyin/dev/wechat/faults.ts'
import { createFakeWechat } from '@huiyin/dev/wechat/server.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { describe, expect, test } from 'vitest'
import { ask, askJson, post, takeToken } from './wechat-caller.ts'

const PATH = '/cgi-bin/message/subscribe/send'
const TEMPLATES = '/api.weixin.qq.com/wxaapi/newtmpl/gettemplate'

/** A fake that meets the fault on its next requests for the template list, and those requests. */
async function withFault(fault: Omit<Fault, 'path'>) {
  const fake = createFakeWechat()
  const query = { access_token: await takeToken(fake) }
  fake.control.inject({ path: '/wxaapi/newtmpl/gettemplate', ...fault })
  return { fake, call: (signal?: AbortSignal) => ask(fake, TEMPLATES, { query, signal }) }
}
const isWell = async (response: Response) => ((await response.json()) as { errcode: number }).errcode === 0

describe('a planted fault', () => {
  test.each([-1, 40001, 40014, 42001, 40003, 40037, 40164, 43101, 43107, 45009, 45011, 48001, 50002])(
    'refuses with %i as often as told, then all is well',
    async errcode => {
      const { call } = await withFault({ errcode, times: 2 })
      for (let n = 0; n < 2; n++) {
        const response = await call()
        expect(response.status).toBe(200)
        expect(await response.json()).toMatchObject({ errcode })
      }
      expect(await isWell(await call())).toBe(true)
    },
  )

  test.each([500, 502, 504])("answers HTTP %i with a gateway's page", async http => {
    const { call } = await withFault({ http })
    const response = await call()
    expect(response.status).toBe(http)
    expect(await response.text()).toContain(`<title>${http} `)
    expect(await isWell(await call())).toBe(true)
  })

  test('answers HTML or nothing with HTTP 200', async () => {
    const page = await (await withFault({ html: true })).call()
    expect([page.status, (await page.text()).slice(0, 6)]).toEqual([200, '<html>'])
    const nothing = await (await withFault({ empty: true })).call()
    expect([nothing.status, await nothing.text()]).toEqual([200, ''])
  })

  test('answers in a wrong charset', async () => {
    const gbk = await (await withFault({ charset: 'gbk' })).call()
    expect(gbk.headers.get('content-type')).toContain('utf-8')
    const bytes = await gbk.arrayBuffer()
    expect(JSON.parse(new TextDecoder('gbk').decode(bytes))).toEqual({ errcode: -1, errmsg: '系统繁忙' })
    expect(new TextDecoder().decode(bytes)).toContain('\ufffd')
    const wide = await (await withFault({ charset: 'utf-16le' })).call()
    await expect(wide.json()).rejects.toThrow(SyntaxError)
  })

  test('never answers, until the caller gives up', async () => {
    const { call } = await withFault({ stall: true })
    await expect(call(AbortSignal.timeout(10))).rejects.toThrow('aborted due to timeout')
    expect(await isWell(await call())).toBe(true)
  })

  test('cuts the connection as fetch sees it', async () => {
    const { call } = await withFault({ reset: true })
    await expect(call()).rejects.toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNRESET' } })
  })

  test('answers late: the caller may be gone by then', async () => {
    const { call } = await withFault({ delayMs: 60_000 })
    await expect(call(AbortSignal.timeout(10))).rejects.toThrow('aborted due to timeout')
    const slow = await withFault({ delayMs: 5 })
    expect(await isWell(await slow.call())).toBe(true)
  })

  test('meets its own path only, and every path when told so', async () => {
    const fake = createFakeWechat()
    fake.control.inject({ path: '/cgi-bin/gettoken', errcode: -1 })
    fake.control.inject({ path: '/api.weixin.qq.com/sns/jscode2session', errcode: 45011 })
    fake.control.inject({ path: '*', http: 502, times: 2 })
    expect(await askJson(fake, '/api.weixin.qq.com/sns/jscode2session')).toMatchObject({ errcode: 45011 })
    expect((await ask(fake, '/api.weixin.qq.com/sns/jscode2session')).status).toBe(502)
    expect(fake.control.faults()).toMatchObject([{ path: '/cgi-bin/gettoken' }, { path: '*', times: 1 }])
    fake.control.clearFaults()
    expect(await askJson(fake, '/qyapi.weixin.qq.com/cgi-bin/gettoken')).toMatchObject({ errcode: 40013 })
  })
})

test('a message may be accepted although its answer is lost', async () => {
  const fake = createFakeWechat()
  fake.control.credits('o-wangerdan', demoTemplateIds.overdue, 1)
  fake.control.inject({ path: PATH, http: 504, afterWork: true })
  const query = { access_token: await takeToken(fake) }
  const data = {
    character_string1: { value: 'HM20260701-0042' },
    thing2: { value: '三号楼楼道漏水' },
    time3: { value: '15:01' },
    thing4: { value: '请尽快受理' },
  }
  const body = { touser: 'o-wangerdan', template_id: demoTemplateIds.overdue, data }
  expect((await ask(fake, `/api.weixin.qq.com${PATH}`, { query, body })).status).toBe(504)
  expect(fake.control.sent()).toHaveLength(1)
  expect(await post(fake, PATH, body)).toMatchObject({ errcode: 43101 })
})

test('every call is noted, refused and spoiled ones too, and reset forgets all', async () => {
  const fake = createFakeWechat()
  fake.control.inject({ path: '*', http: 500, times: 1 })
  await ask(fake, TEMPLATES)
  await ask(fake, TEMPLATES)
  fake.control.configure({ employeePermission: false })
  expect(fake.control.calls()).toMatchObject([{ path: '/wxaapi/newtmpl/gettemplate' }, { method: 'GET' }])
  fake.control.reset()
  expect(fake.control.calls()).toEqual([])
  expect(fake.control.settings().employeePermission).toBe(true)
})
