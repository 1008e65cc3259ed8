import { createFakeWechat, type FakeWechat } from '@huiyin/dev/wechat/server.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { expect, test } from 'vitest'
import { post } from './wechat-caller.ts'

const PATH = '/cgi-bin/message/wxopen/employeerelationmsg/send'
const values = {
  character_string1: { value: 'HM20260701-0042' },
  thing2: { value: '三号楼楼道漏水' },
  thing3: { value: '幸福里3号楼2单元' },
  phrase4: { value: '紧急' },
  time5: { value: '2026年7月1日 15:01' },
}
const message = {
  touser: 'o-wangerdan',
  template_id: demoTemplateIds.newTask,
  page: 'pages/task?id=1',
  data: JSON.stringify({ data: values }),
}
const send = (fake: FakeWechat, changed: object = {}) => post(fake, PATH, { ...message, ...changed })

test('bound staff get as many messages as there are tasks', async () => {
  const fake = createFakeWechat()
  fake.control.bindEmployee('o-wangerdan', [demoTemplateIds.newTask])
  for (let n = 0; n < 2; n++) expect(await send(fake)).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(fake.control.sent()).toHaveLength(2)
  expect(fake.control.sent()[0]).toMatchObject({ channel: 'employee', values: { thing2: '三号楼楼道漏水' } })
})

test('staff who left are unbound and hear nothing more', async () => {
  const fake = createFakeWechat()
  fake.control.bindEmployee('o-wangerdan', [demoTemplateIds.newTask])
  await post(fake, '/wxa/business/unbinduserb2cauthinfo', { openid_list: ['o-wangerdan'] })
  expect(await send(fake)).toMatchObject({ errcode: 40256 })
})

test.each([
  ['data as an object', { data: { data: values } }, 40097],
  ['data without the inner data', { data: JSON.stringify(values) }, 40097],
  ['data that does not parse', { data: '{' }, 40097],
  ['a missing value', { data: JSON.stringify({ data: { thing2: { value: '漏水' } } }) }, 40097],
  ['an unknown template', { template_id: 'TMPL_NONE' }, 40097],
  ['an openid of nobody', { touser: 'o-nobody' }, 40257],
  ['a template not subscribed', { template_id: demoTemplateIds.overdue, data: overdue() }, 50001],
])('%s is refused', async (_what, changed, errcode) => {
  const fake = createFakeWechat()
  fake.control.bindEmployee('o-wangerdan', [demoTemplateIds.newTask])
  expect(await send(fake, changed)).toMatchObject({ errcode })
})

function overdue() {
  const { character_string1, thing2 } = values
  const rest = { time3: { value: '15:01' }, thing4: { value: '请尽快受理' } }
  return JSON.stringify({ data: { character_string1, thing2, ...rest } })
}

test('an account without the permission meets 43104', async () => {
  const fake = createFakeWechat({ employeePermission: false })
  expect(await send(fake)).toMatchObject({ errcode: 43104 })
})
