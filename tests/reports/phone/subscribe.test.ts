import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import type { MiniprogramOptions } from '@huiyin/tests/support/weapp/open-miniprogram.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { filedBy, reportsOf } from './steps.ts'

/** Messages that WeChat delivers: the asking, and that nothing ever hangs on the answer. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const { progress, resolved, newTask, overdue } = demoTemplateIds

const writing = async (openid: string, options: Partial<MiniprogramOptions> = {}) => {
  const she = await resident(town, openid)
  const phone = await town.open(openid, options)
  await phone.tap('报问题')
  await phone.input('说一句', '路灯不亮')
  return { she, phone }
}
const submit = async (phone: Miniprogram) => {
  await phone.tap('提交')
  await phone.waitFor('收到了')
}
const left = async (someone: Awaited<ReturnType<typeof resident>>) => {
  const { items } = await someone.call('listPermits', {})
  return Object.fromEntries(items.map(permit => [permit.template, permit.left]))
}

test.each([
  ['an ordinary phone', false],
  ['an iPhone of iOS 15, whose tap is over with the first await', true],
])('submitting first asks for messages, inside the tap, on %s', async (_, ios15) => {
  const { she, phone } = await writing(`asked-${ios15}`, { shape: { platform: ios15 ? 'ios' : 'android', ios15 } })
  const before = phone.device.calls.length
  await submit(phone)
  expect(phone.device.calls[before]).toMatchObject({
    api: 'requestSubscribeMessage',
    options: { tmplIds: [progress, resolved] },
  })
  expect(await left(she)).toMatchObject({ progress: 1, done: 1, task: 0 })
})

test('the second report of the day asks again: every yes is one more message', async () => {
  const { she, phone } = await writing('twice')
  await submit(phone)
  await phone.tap('回首页')
  await phone.tap('报问题')
  await phone.input('说一句', '井盖松了')
  await submit(phone)
  expect(await left(she)).toMatchObject({ progress: 2, done: 2 })
})

test('her refusal stops nothing', async () => {
  const { she, phone } = await writing('refusing')
  phone.will('requestSubscribeMessage', { [progress]: 'reject', [resolved]: 'ban' })
  await submit(phone)
  expect(await reportsOf(she)).toHaveLength(1)
  expect(await left(she)).toMatchObject({ progress: 0, done: 0 })
})

test.each([
  ['she has switched all messages off', 'The main switch is switched off'],
  ['the network fails there', 'Request list fail'],
  ['the template is not known', 'No template data return, verify the template id exist'],
])('a question that fails because %s stops nothing', async (why, fail) => {
  const { she, phone } = await writing(`failing-${fail.length}`)
  phone.will('requestSubscribeMessage', { fail })
  await submit(phone)
  expect(await reportsOf(she), why).toHaveLength(1)
  expect(phone.screen()).not.toContain(fail)
})

test('where no template is known yet, nothing is asked and the report goes out', async () => {
  town.line.meet = what => (what === 'GET /api/permits' ? new Response('<html>', { status: 502 }) : undefined)
  const { she, phone } = await writing('unknown')
  await submit(phone)
  expect(phone.calls('requestSubscribeMessage')).toEqual([])
  expect(await reportsOf(she)).toHaveLength(1)
})

test('a worker tops up on the list of tasks, and the next task comes as a WeChat message', async () => {
  const phone = await town.open('worker')
  await phone.tap('网格员')
  expect(phone.screen()).toContain('微信提醒还剩 0 次')
  await phone.tap('加一次')
  await phone.waitFor('微信提醒还剩 1 次')
  await phone.tap('加一次')
  await phone.waitFor('微信提醒还剩 2 次')
  expect(phone.calls('requestSubscribeMessage').map(call => call.tmplIds)).toEqual([
    [newTask, overdue],
    [newTask, overdue],
  ])
  // What the pop-up told WeChat.
  for (const id of [newTask, overdue]) town.world.wechat.control.credits('worker', id, 2)
  const id = await filedBy(await resident(town, 'next'))
  await town.world.settle()
  expect(town.world.wechat.control.sent().at(-1)).toMatchObject({ openid: 'worker', templateId: newTask })
  expect(JSON.stringify(town.world.wechat.control.sent().at(-1))).toContain(`reports/pages/handle/index?id=${id}`)
  await lookAgain(phone)
  expect(phone.screen()).toContain('微信提醒还剩 1 次')
})

test('the message of WeChat opens the task', async () => {
  const id = await filedBy(await resident(town, 'sender'), '墙皮掉了')
  const phone = await town.open('worker', { path: `reports/pages/handle/index?id=${id}` })
  expect(phone.screen()).toContain('墙皮掉了')
})

test('accepting a task asks for the next message too, inside the tap', async () => {
  await filedBy(await resident(town, 'accepting'), '楼梯扶手松动')
  const phone = await town.open('worker-mate', { shape: { platform: 'ios', ios15: true } })
  await phone.tapTab('消息')
  await phone.tap({ text: '新任务', class: 'message', nth: 0 })
  const before = phone.device.calls.length
  await phone.tap(button('受理'))
  expect(phone.device.calls[before]).toMatchObject({
    api: 'requestSubscribeMessage',
    options: { tmplIds: [newTask, overdue] },
  })
  await phone.waitFor(button('开始办理'))
})

const offered = (phone: Miniprogram) => phone.dialog()?.options

test('who has switched all messages off is led to the settings once, and her report goes out', async () => {
  const { she, phone } = await writing('switched-off')
  phone.device.scopes.set('mainSwitch', false)
  const sending = phone.tap('提交')
  await phone.waitFor(() => phone.dialog() !== undefined)
  expect(offered(phone)).toMatchObject({ title: '微信提醒关着', confirmText: '去设置' })
  phone.will('openSetting', { mainSwitch: true })
  await Promise.all([phone.answer('去设置'), sending])
  expect(phone.calls('openSetting')).toEqual([expect.objectContaining({ withSubscriptions: true })])
  await phone.waitFor('微信提醒打开了')
  await phone.waitFor('收到了')
  expect(await reportsOf(she)).toHaveLength(1)
})

test('who wants none is left in peace: nothing asks her again', async () => {
  const { she, phone } = await writing('wants-none')
  phone.device.scopes.set('mainSwitch', false)
  const sending = phone.tap('提交')
  await phone.waitFor(() => phone.dialog() !== undefined)
  await Promise.all([phone.answer('不用了'), sending])
  await phone.waitFor('收到了')
  expect(phone.calls('openSetting')).toEqual([])
  await phone.tap('回首页')
  await phone.tap('报问题')
  await phone.input('说一句', '井盖松了')
  await submit(phone)
  expect([phone.dialog(), await reportsOf(she)]).toEqual([undefined, expect.objectContaining({ length: 2 })])
})

test('a worker who taps for one more message is led there each time, and told when it did not work', async () => {
  const phone = await town.open('worker-next-grid')
  await phone.tap('网格员')
  phone.device.scopes.set('mainSwitch', false)
  for (const _ of ['first', 'again']) {
    const more = phone.tap('加一次')
    await phone.waitFor(() => phone.dialog() !== undefined)
    await Promise.all([phone.answer('不用了'), more])
  }
  phone.device.scopes.set('mainSwitch', true)
  phone.will('requestSubscribeMessage', { fail: 'Request list fail' })
  await phone.tap('加一次')
  await phone.waitFor('没有加上微信提醒，请过一会儿再点一次')
  phone.will('requestSubscribeMessage', { [newTask]: 'reject', [overdue]: 'reject' })
  await phone.tap('加一次')
  await phone.waitFor('在设置里打开订阅消息')
})
