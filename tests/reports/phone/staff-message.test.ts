import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filedBy } from './steps.ts'

/** Staff messages (用工关系), and the calls of the township, on the compiled mini-program. */
let town: Phones
beforeAll(async () => {
  town = await openPhones({ EMPLOYEE_TEMPLATES: demoEnv('').WECHAT_TEMPLATES ?? '' })
})
afterAll(() => town.close())

test('a worker agrees to staff messages with one tap; the next task comes as one, and nobody asks again', async () => {
  const phone = await town.open('worker')
  await phone.tap('网格员')
  expect(phone.screen()).toContain('开通后新任务都会发到微信')
  await phone.tap(button('开通工作提醒'))
  await phone.waitFor('工作提醒已开通')
  expect(phone.calls('bindEmployeeRelation')).toHaveLength(1)
  expect(phone.screen()).not.toContain('开通后新任务都会发到微信')
  town.world.wechat.control.bindEmployee('worker', Object.values(demoTemplateIds))
  const id = await filedBy(await resident(town, 'she'), '燃气味很重')
  await town.world.settle()
  expect(town.world.wechat.control.sent().at(-1)).toMatchObject({ channel: 'employee', openid: 'worker' })
  expect(JSON.stringify(town.world.wechat.control.sent().at(-1))).toContain(id)
})

test('who says no is asked at the next opening again, and nothing else changes', async () => {
  const phone = await town.open('worker-mate')
  phone.will('bindEmployeeRelation', 'reject')
  await phone.tap('网格员')
  await phone.tap(button('开通工作提醒'))
  await phone.waitFor('没有开通，可以再点一次')
  expect(phone.screen()).toContain('开通后新任务都会发到微信')
})

test('opening the task from any message ends the chase; its page shows whom it rang', async () => {
  const id = await filedBy(await resident(town, 'chasing'), '冒烟了')
  await town.world.settle()
  const phone = await town.open('worker', { path: `reports/pages/handle/index?id=${id}` })
  await phone.tap(button('看提醒记录'))
  await phone.waitFor('工作提醒')
  expect(phone.screen()).toContain('已看到')
  town.world.clock.forward(120)
  await town.world.api.deliver()
  const lead = await town.world.someone('lead')
  expect((await lead.call('listAlerts', {})).items.filter(it => it.page.includes(id))).toEqual([])
})

test('what nobody answers waits on the page of the township, until one tap says that the telephone was answered', async () => {
  const id = await filedBy(await resident(town, 'unanswered'), '燃气味很重')
  for (let n = 0; n < 6; n++) {
    town.world.clock.forward(20)
    await town.world.api.deliver()
  }
  const officer = await town.world.someone('officer')
  const waiting = async () => (await officer.call('listCalls', { township: 't001' })).items
  const count = (await waiting()).length
  expect((await waiting()).map(it => it.reportId)).toContain(id)
  const phone = await town.open('officer')
  await phone.tap('网格办')
  await phone.waitFor(`${count} 件没人应答，要打电话`)
  await phone.tap(`${count} 件没人应答，要打电话`)
  for (let left = count; left > 0; left--) {
    await phone.tap({ label: '打通了', nth: 0 })
    await expect.poll(async () => (await waiting()).length).toBe(left - 1)
    await phone.waitFor(left > 1 ? '打通了' : '都有人应答')
  }
})
