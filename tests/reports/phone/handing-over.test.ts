import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { filedBy, onlyReportOf } from './steps.ts'

/** Where a worker cannot do it alone: a partner unit is called in, or the matter goes up; its clock goes on. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const task = (id: string) => ({ path: `reports/pages/handle/index?id=${id}` })
const filed = async (openid: string, words: string): Promise<{ she: Someone; id: string }> => {
  const she = await resident(town, openid)
  return { she, id: await filedBy(she, words) }
}

test('the worker calls in the water works, who report it done; the worker looks and resolves', async () => {
  const { she, id } = await filed('with-unit', '水管漏水')
  const { resolveBy } = await onlyReportOf(she)
  const worker = await town.open('worker', task(id))
  await worker.tap(button('受理'))
  await worker.tap(button('派给联动单位'))
  expect(worker.screen()).toContain('您仍是负责人，时限不变')
  await worker.tap('自来水公司')
  await worker.waitFor('联动单位：自来水公司')
  expect(await onlyReportOf(she)).toMatchObject({ state: 'dispatched', owner: { name: '李秀兰' }, resolveBy })

  const partner = await town.open('partner')
  expect(partner.tabBadges()).toEqual({ 消息: '1' })
  await partner.tapTab('消息')
  await partner.tap('联动任务')
  await partner.tap(button('报告已处理'))
  await partner.tap('已更换零件')
  await partner.tap(button('提交'))
  await partner.waitFor('已报告')
  expect(partner.has(button('报告已处理'))).toBe(false)

  town.world.clock.forward(1)
  await worker.visit('pages/inbox/index')
  await worker.tap('联动单位已处理')
  expect(worker.screen()).toContain('已更换零件')
  await worker.tap(button('办结'))
  await worker.tap('拍照')
  await worker.tap('已修好，现场恢复正常')
  await worker.tap(button('提交'))
  await worker.waitFor('待居民确认')
  expect(await onlyReportOf(she)).toMatchObject({ state: 'resolved', unitName: '自来水公司' })
})

test('another unit of the same town does not see the task', async () => {
  const other = await town.open('partner-other')
  expect(other.tabBadges()).toEqual({})
  expect(other.screen()).toContain('0办理中')
})

test('a return needs a reason, goes to the lead, and the resident sees it; the clock goes on', async () => {
  const { she, id } = await filed('returned', '井盖松了')
  const { resolveBy } = await onlyReportOf(she)
  const worker = await town.open('worker', task(id))
  await worker.tap(button('退单'))
  expect(worker.screen()).toContain('时限不停，居民看得到')
  await worker.tap(button('提交'))
  expect(worker.screen()).toContain('请写一句话')
  await worker.tap('不在我的网格')
  await worker.tap(button('提交'))
  await worker.waitFor('已退单')
  await worker.waitFor('网格长 赵明')
  expect(await onlyReportOf(she)).toMatchObject({ state: 'returned', owner: { name: '赵明' }, resolveBy })

  const hers = await town.open('returned')
  await hers.tap('换人办理')
  expect(hers.screen()).toContain('网格员 李秀兰 退回，换人办理')
  expect(hers.screen()).toContain('不在我的网格')
})

test('the lead hands it to another grid, whose worker gets it', async () => {
  const { she, id } = await filed('assigned', '墙皮掉了')
  const worker = await town.world.someone('worker')
  await worker.call('returnReport', { id, eventId: crypto.randomUUID(), words: '不在我的网格' })
  const lead = await town.open('lead')
  await lead.tapTab('消息')
  await lead.tap({ text: '退单待您处理', class: 'message', nth: 0 })
  await lead.tap(button('指派'))
  await lead.tap('第2网格')
  await lead.waitFor('已指派')
  expect(await onlyReportOf(she)).toMatchObject({ state: 'filed', gridName: '第2网格', owner: { name: '吴桂英' } })
  const next = await town.open('worker-next-grid', task(id))
  await next.tap(button('受理'))
  await next.waitFor(button('开始办理'))
})

test('a note among the staff stays among the staff; one to all is read by the resident', async () => {
  const { she, id } = await filed('noted', '电线垂下来了')
  const worker = await town.open('worker', task(id))
  const note = async (words: string, staffOnly: boolean) => {
    await worker.tap(button('补充说明'))
    await worker.input('文字', words)
    if (staffOnly) await worker.tap('只给工作人员看')
    await worker.tap(button('提交'))
    await worker.waitFor(() => !worker.has('补充什么？'))
  }
  await note('住户曾多次投诉', true)
  await note('电工下午到', false)
  expect(worker.screen()).toContain('仅内部可见')
  const hers = await town.open('noted')
  await hers.tap('安全隐患')
  expect(hers.screen()).toContain('电工下午到')
  expect(hers.screen()).not.toContain('住户曾多次投诉')
  expect(JSON.stringify(await onlyReportOf(she))).not.toContain('住户曾多次投诉')
})

test('the reporter’s telephone costs a reason, and she can read who looked', async () => {
  const { she, id } = await filed('with-phone', '楼梯扶手松动')
  await she.call('bindPhone', { code: town.world.wechat.control.registerPhoneCode('with-phone', '13812345678') })
  const worker = await town.open('worker', task(id))
  expect(worker.screen()).not.toContain('5678')
  await worker.tap(button('打电话'))
  expect(worker.screen()).toContain('会留下记录，居民能看到谁看过')
  await worker.tap('约时间上门')
  await worker.tap('拨打 13812345678')
  expect(worker.calls('makePhoneCall')).toEqual([{ phoneNumber: '13812345678' }])
  const hers = await town.open('with-phone', { path: 'people/pages/looks/index' })
  expect(hers.screen()).toMatch(/李秀兰\n约时间上门/)
})

test('whoever comes second is told that somebody has taken it, and sees the new state', async () => {
  const { id } = await filed('second', '路灯不亮')
  const slow = await town.open('worker-mate', task(id))
  const quick = await town.world.someone('worker')
  await quick.call('acceptReport', { id, eventId: crypto.randomUUID() })
  await slow.tap(button('受理'))
  await slow.waitFor('这件事的进度已经变了。请刷新看看现在到哪一步')
  await lookAgain(slow)
  expect(slow.screen()).toContain('李秀兰 受理')
  expect(slow.has(button('受理'))).toBe(false)
})

test('two taps of the worker on 受理 are one acceptance', async () => {
  const { she, id } = await filed('double', '垃圾没人收')
  const worker = await town.open('worker', task(id))
  const accept = worker.find(button('受理'))
  await Promise.all([worker.tap(accept), worker.tap(accept)])
  await worker.waitFor(button('开始办理'))
  expect((await onlyReportOf(she)).history.filter(step => step.event === 'accept')).toHaveLength(1)
})
