import { createFakeWechat, type FakeWechat } from '@huiyin/dev/wechat/server.ts'
import { demoTemplateIds, demoTemplates, type Template } from '@huiyin/dev/wechat/templates.ts'
import { describe, expect, test } from 'vitest'
import { ask, askJson, noon, post, takeToken } from './wechat-caller.ts'

const PATH = '/cgi-bin/message/subscribe/send'
const GRID_WORKER = 'o-wangerdan'
const task = {
  character_string1: { value: 'HM20260701-0042' },
  thing2: { value: '三号楼楼道漏水' },
  thing3: { value: '幸福里3号楼2单元' },
  phrase4: { value: '紧急' },
  time5: { value: '2026年7月1日 15:01' },
}
const message = { touser: GRID_WORKER, template_id: demoTemplateIds.newTask, page: 'pages/task?id=1', data: task }
const send = (fake: FakeWechat, changed: object = {}) => post(fake, PATH, { ...message, ...changed })
const withCredit = (options = {}, n = 1) => {
  const fake = createFakeWechat(options)
  fake.control.credits(GRID_WORKER, demoTemplateIds.newTask, n)
  return fake
}

describe('a message to a subscriber', () => {
  test('arrives, costs one credit, and the next one meets 43101', async () => {
    const fake = withCredit({ now: noon })
    expect(await send(fake)).toMatchObject({ errcode: 0, errmsg: 'ok' })
    expect(fake.control.sent()).toMatchObject([
      {
        channel: 'subscribe',
        openid: GRID_WORKER,
        title: '新任务',
        page: 'pages/task?id=1',
        miniprogramState: 'formal',
        arrivedAt: noon(),
        values: { thing2: '三号楼楼道漏水', phrase4: '紧急' },
      },
    ])
    expect(fake.control.credits(GRID_WORKER, demoTemplateIds.newTask)).toBe(0)
    expect(await send(fake)).toMatchObject({ errcode: 43101 })
    expect(fake.control.sent()).toHaveLength(1)
  })

  test('has a msgid that no JavaScript number can hold', async () => {
    const fake = withCredit()
    const query = { access_token: await takeToken(fake) }
    const text = await (await ask(fake, `/api.weixin.qq.com${PATH}`, { query, body: message })).text()
    expect(text).toBe('{"errcode":0,"errmsg":"ok","msgid":3248682510344192008}')
    expect(fake.control.sent()[0]).toMatchObject({ msgid: '3248682510344192008' })
    expect(String(JSON.parse(text).msgid)).not.toBe('3248682510344192008')
  })

  test('is followed by an event that names its msgid', async () => {
    const fetch = async () => new Response('success')
    const fake = withCredit({ fetch, push: { url: 'http://backend.test/', mode: 'plain' } })
    await send(fake)
    await fake.control.flush()
    expect(fake.control.pushes().map(each => JSON.parse(each.message))).toMatchObject([
      {
        Event: 'subscribe_msg_sent_event',
        FromUserName: GRID_WORKER,
        List: { TemplateId: demoTemplateIds.newTask, MsgID: '3248682510344192008', ErrorCode: '0' },
      },
    ])
  })

  test('refused for its content costs nothing', async () => {
    const fake = withCredit()
    const answer = await send(fake, { data: { ...task, phrase4: { value: '非常非常紧急' } } })
    expect(answer).toMatchObject({
      errcode: 47003,
      errmsg: expect.stringMatching(/^argument invalid! data\.phrase4\.value invalid rid: /),
    })
    expect(fake.control.credits(GRID_WORKER, demoTemplateIds.newTask)).toBe(1)
  })

  test.each([
    ['an unknown person', { touser: 'o-nobody' }, 40003],
    ['an unknown template', { template_id: 'TMPL_NONE' }, 40037],
    ['a page with a leading slash', { page: '/pages/task' }, 41030],
    ['an unpublished page', { page: 'pages/secret' }, 41030],
    ['another edition', { miniprogram_state: 'release' }, 47003],
    ['no values', { data: undefined }, 47003],
    ['a missing value', { data: { ...task, thing2: undefined } }, 47003],
    ['a value too many', { data: { ...task, thing9: { value: '多余' } } }, 47003],
    ['a bad word', { data: { ...task, thing2: { value: '出售违禁品' } } }, 45168],
  ])('with %s is refused', async (_what, changed, errcode) => {
    const fake = withCredit({ pages: ['pages/task'] })
    expect(await send(fake, changed)).toMatchObject({ errcode })
    expect(fake.control.sent()).toEqual([])
  })

  test('while another one to the same person is on its way meets 43108', async () => {
    const fake = withCredit({ sendMs: 20 }, 5)
    fake.control.credits('o-other', demoTemplateIds.newTask, 1)
    await takeToken(fake)
    const answers = await Promise.all([send(fake), send(fake), send(fake, { touser: 'o-other' })])
    expect(answers.map(each => each.errcode)).toEqual([0, 43108, 0])
    expect(await send(fake)).toMatchObject({ errcode: 0 })
  })
})

describe('the pop-up', () => {
  test('adds a credit for each accept and keeps earlier ones on a reject', () => {
    const fake = createFakeWechat()
    const { newTask, overdue } = demoTemplateIds
    fake.control.subscribe(GRID_WORKER, { [newTask]: 'accept', [overdue]: 'accept' })
    fake.control.subscribe(GRID_WORKER, { [newTask]: 'accept', [overdue]: 'reject' })
    expect(fake.control.creditsOf(GRID_WORKER)).toEqual({ [newTask]: 2, [overdue]: 1 })
    fake.control.refuse(GRID_WORKER, [newTask])
    expect(fake.control.creditsOf(GRID_WORKER)).toEqual({ [newTask]: 0, [overdue]: 1 })
  })

  test('of a long-term template opens messages without number until the person refuses', async () => {
    const longTerm: Template = { ...(demoTemplates[demoTemplateIds.newTask] as Template), type: 3 }
    const fake = createFakeWechat({ templates: { [demoTemplateIds.newTask]: longTerm } })
    fake.control.visit(GRID_WORKER)
    expect(await send(fake)).toMatchObject({ errcode: 43101 })
    fake.control.subscribe(GRID_WORKER, { [demoTemplateIds.newTask]: 'accept' })
    for (let n = 0; n < 3; n++) expect(await send(fake)).toMatchObject({ errcode: 0 })
    fake.control.refuse(GRID_WORKER, [demoTemplateIds.newTask])
    expect(await send(fake)).toMatchObject({ errcode: 43101 })
  })
})

test('the console lists the templates with their keys', async () => {
  const fake = createFakeWechat()
  const query = { access_token: await takeToken(fake) }
  const answer = await askJson(fake, '/api.weixin.qq.com/wxaapi/newtmpl/gettemplate', { query })
  const titles = ['受理通知', '办理进度', '办结通知', '新任务', '超时提醒']
  expect(answer.data).toMatchObject(titles.map(title => ({ title, type: 2 })))
  expect(answer.data).toContainEqual(
    expect.objectContaining({
      priTmplId: demoTemplateIds.newTask,
      content: expect.stringContaining('问题内容:{{thing2.DATA}}\n'),
    }),
  )
})
