import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import type { Target } from '@huiyin/tests/support/weapp/screen.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onlyReportOf } from './steps.ts'

/** On both phones, that of the build and that of the sources: the main job, filed, alerted, mended, confirmed. */
let town: Phones
let she: Someone
let hers: Miniprogram
let workers: Miniprogram

beforeAll(async () => {
  town = await openPhones()
  she = await resident(town, 'resident')
  workers = await town.open('worker')
  await workers.tapTab('消息')
  hers = await town.open('resident')
})
afterAll(() => town.close())

const photosOn = (phone: Miniprogram) => phone.findAll({ tag: 'image' }).map(image => String(image.attrs.src))

test('a resident files a leak in three taps on three screens and holds a receipt', async () => {
  const screens = new Set([hers.page()])
  let taps = 0
  const tap = async (target: Target) => {
    taps += 1
    await hers.tap(target)
    screens.add(hers.page())
  }
  await tap('报问题')
  expect(hers.screen()).toContain('柳塘村 1号楼')
  await tap('拍照或选照片')
  await hers.input('说一句', '三楼水管漏水，流到楼道里了')
  await tap('提交')
  await hers.waitFor('收到了')
  expect(hers.screen()).toMatch(/编号\n\d{11}\n/)
  expect(hers.screen()).toContain('谁会来\n网格员 李秀兰\n最晚接手\n今天 10:30\n最晚办好\n今天 12:00')
  expect(hers.screen()).toContain('所属网格\n第1网格')
  await hers.waitFor('照片都传好了')
  // Choosing the picture in the phone's own album costs up to two more.
  expect(taps + 2).toBeLessThanOrEqual(5)
  expect(screens.size).toBeLessThanOrEqual(3)
})

test('the inbox of the grid’s worker rings by itself, with a number on the tab, and leads to the task', async () => {
  await workers.waitFor('新任务')
  expect(workers.tabBadges()).toEqual({ 消息: '1' })
  await workers.tap('新任务')
  const { number } = await onlyReportOf(she)
  for (const said of [`编号 ${number}`, '三楼水管漏水，流到楼道里了', '柳塘村 1号楼', '紧急（写了「'])
    expect(workers.screen()).toContain(said)
  expect(photosOn(workers)).toEqual([expect.stringMatching(/^https:\/\/huiyin\.example\/api\/photos\//)])
})

test('her photo can be looked at by the worker, under a link of our own', async () => {
  const [src = ''] = photosOn(workers)
  const got = await town.world.anybody(src.slice(new URL(src).origin.length))
  expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await town.world.anybody(new URL(src).pathname)).status).toBeGreaterThanOrEqual(400)
})

test('the read message leaves no number on the tab', async () => {
  await workers.back()
  await lookAgain(workers)
  expect(workers.tabBadges()).toEqual({})
  await workers.tap('新任务')
})

test('the worker accepts and starts', async () => {
  await workers.tap(button('受理'))
  await workers.waitFor(button('开始办理'))
  expect(workers.screen()).toContain('已受理')
  expect(await onlyReportOf(she)).toMatchObject({ state: 'accepted', owner: { name: '李秀兰' } })
  await workers.tap(button('开始办理'))
  await workers.waitFor(() => workers.screen().includes('办理中'))
  expect(workers.has(button('受理'))).toBe(false)
})

test('nothing is resolved without words and an after-photo', async () => {
  await workers.tap(button('办结'))
  await workers.tap('提交')
  expect(workers.screen()).toContain('请写一句话')
  await workers.tap('已修好，现场恢复正常')
  await workers.tap('提交')
  expect(workers.screen()).toContain('请拍一张处理后的照片')
  expect(town.line.asked.filter(what => what.endsWith('/resolve'))).toEqual([])
  expect(await onlyReportOf(she)).toMatchObject({ state: 'working' })
})

test('the worker resolves with both', async () => {
  workers.will('chooseMedia', await town.pictures())
  await workers.tap('拍照')
  await workers.waitFor('已传好')
  await workers.tap('提交')
  await workers.waitFor('待居民确认')
  expect(await onlyReportOf(she)).toMatchObject({ state: 'resolved', after: [{ id: expect.any(String) }] })
})

test('the resident is told of every step, and sees five steps with who and when, before beside after', async () => {
  await hers.tap('看进度')
  await hers.waitFor(button('已解决'))
  for (const step of ['信息获取', '快速回应', '联动解决', '及时反馈', '居民评价'])
    expect(hers.screen(), step).toContain(step)
  expect(hers.screen()).toMatch(/网格员 李秀兰 受理（接手了）\n今天 10:0\d/)
  expect(hers.screen()).toContain('处理前\n处理后')
  expect(hers.screen()).toContain('网格员 李秀兰的答复\n已修好，现场恢复正常')
  expect(photosOn(hers)).toHaveLength(2)
  const { items } = await she.call('listAlerts', {})
  expect(items.map(alert => alert.title)).toEqual(['办好了，请您确认', '开始办理', '有人接手了', '已收到您的上报'])
})

test('she confirms and rates in two taps', async () => {
  await hers.tap(button('已解决'))
  await hers.tap('满意')
  await hers.waitFor('已结束')
  expect(hers.has(button('已解决'))).toBe(false)
  expect(await onlyReportOf(she)).toMatchObject({ state: 'closed' })
  await workers.back()
  await workers.waitFor('居民已确认解决')
})

test('neither phone noticed an error', () => town.closeAll())
