import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onlyReportOf, reportsOf } from './steps.ts'

/** Once she tapped 提交 the report arrives, once, whatever the network, WeChat and her fingers do. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const filing = 'POST /api/reports'
const times = () => town.line.asked.filter(one => one === filing).length

/** No byte more in WeChat's storage, and none among the files. */
const fillUp = ({ device }: Miniprogram) => {
  for (let part = 0; part < 10; part++) device.storage.set(`full${part}`, 'x'.repeat(1024 * 1024 - 5))
  writeFileSync(join(device.folder, 'user', 'full.bin'), '')
  truncateSync(join(device.folder, 'user', 'full.bin'), 200 * 1024 * 1024)
}

const written = async (openid: string) => {
  const she = await resident(town, openid)
  const phone = await town.open(openid)
  await phone.tap('报问题')
  await phone.tap('拍照或选照片')
  await phone.waitFor('已传好')
  await phone.input('说一句', '三楼水管漏水')
  town.line.asked.length = 0
  return { she, phone }
}

test('without network it is kept, and goes by itself when the network returns', async () => {
  const { she, phone } = await written('returns')
  await phone.network('none')
  await phone.tap('提交')
  await phone.waitFor('已存好，等网络恢复自动送出')
  expect(await reportsOf(she)).toEqual([])
  await phone.network('4g')
  await phone.waitFor('收到了')
  expect(await onlyReportOf(she)).toMatchObject({ words: '三楼水管漏水', before: [{ url: expect.any(String) }] })
})

test('without network and killed, it goes by itself after the next opening, once the network is there', async () => {
  const { she, phone } = await written('killed')
  await phone.network('none')
  await phone.tap('提交')
  phone.kill()
  await phone.relaunch()
  expect(phone.screen()).toContain('有一件正在等网络送出')
  await phone.network('wifi')
  await phone.waitFor(() => !phone.screen().includes('有一件'))
  await phone.waitFor('漏水堵水')
  expect(await onlyReportOf(she)).toMatchObject({ words: '三楼水管漏水', before: [{ url: expect.any(String) }] })
})

test('the waiting report can be looked at, and tried again by hand', async () => {
  const { she, phone } = await written('by-hand')
  town.line.meet = what => (what === filing ? new Response('<html>', { status: 502 }) : undefined)
  await phone.tap('提交')
  await phone.waitFor('已存好，等网络恢复自动送出')
  await phone.tap('回首页')
  await phone.tap('看一看')
  town.line.meet = undefined
  await phone.tap('现在再试')
  await phone.waitFor('收到了')
  expect(await reportsOf(she)).toHaveLength(1)
})

test('killed while the report is on its way and already stored: it is filed once, and she gets her receipt', async () => {
  const { she, phone } = await written('in-flight')
  town.line.meet = async (what, request) => {
    if (what !== filing) return undefined
    await town.world.api.fetch(request)
    return new Promise<Response>(() => {})
  }
  const sending = phone.tap('提交').catch(() => undefined)
  await expect.poll(() => reportsOf(she)).toHaveLength(1)
  phone.kill()
  await sending
  town.line.meet = undefined
  await phone.relaunch()
  await phone.waitFor(() => !phone.screen().includes('有一件'))
  expect(phone.screen()).toContain('漏水堵水')
  expect(times()).toBe(2)
  await onlyReportOf(she)
})

test('an answer lost on the way back does no harm: the same report is sent again by itself', async () => {
  const { she, phone } = await written('lost-answer')
  let lost = 0
  town.line.meet = async (what, request) => {
    if (what !== filing || lost > 0) return undefined
    await town.world.api.fetch(request)
    lost += 1
    return new Response('<html>gateway', { status: 504 })
  }
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect([lost, times()]).toEqual([1, 2])
  await onlyReportOf(she)
})

test('two taps on 提交 are one report', async () => {
  const { she, phone } = await written('double-tap')
  const send = phone.find('提交')
  await Promise.all([phone.tap(send), phone.tap(send)])
  await phone.waitFor('收到了')
  expect(times()).toBe(1)
  await onlyReportOf(she)
})

test('what the server refuses comes back to her with the reason, is changed and sent', async () => {
  const { she, phone } = await written('refused')
  town.line.meet = what =>
    what === filing
      ? Response.json(
          {
            type: '',
            title: '没有找到这个地点',
            detail: '请在列表里重新选小区和楼栋',
            code: 'place-unknown',
            status: 422,
          },
          { status: 422 },
        )
      : undefined
  await phone.tap('提交')
  await phone.waitFor('没有找到这个地点')
  town.line.meet = undefined
  await phone.tap('回去修改')
  expect(phone.screen()).toContain('没有找到这个地点。请在列表里重新选小区和楼栋')
  expect(phone.screen()).toContain('三楼水管漏水')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  await onlyReportOf(she)
})

test('two reports written without network both arrive, in their order', async () => {
  const { she, phone } = await written('two')
  await phone.network('none')
  await phone.tap('提交')
  await phone.tap('回首页')
  await phone.tap('报问题')
  await phone.input('说一句', '路灯不亮')
  await phone.tap('提交')
  await phone.tap('回首页')
  expect(phone.findAll('有一件正在等网络送出')).toHaveLength(2)
  await phone.network('wifi')
  await phone.waitFor(() => !phone.screen().includes('有一件'))
  const numbers = (await reportsOf(she)).map(card => [card.number, card.kind])
  expect(numbers).toHaveLength(2)
  expect(numbers.map(([number]) => Number(number)).toSorted((a, b) => b - a)).toEqual(
    numbers.map(([number]) => Number(number)),
  )
})

test('a phone without any room left sends the report and its photo all the same, and she is told what was not kept', async () => {
  const she = await resident(town, 'no-room')
  const phone = await town.open('no-room')
  fillUp(phone)
  await phone.tap('报问题')
  await phone.tap('拍照或选照片')
  await phone.waitFor('已传好')
  await phone.input('说一句', '三楼的灯坏了')
  await phone.waitFor('写的内容没能存在手机上。请写完就提交')
  await phone.network('none')
  await phone.tap('提交')
  await phone.waitFor('等网络恢复自动送出')
  expect(phone.screen()).toContain('没能存一份，送到之前请别退出微信')
  expect(phone.screen()).not.toContain('已存好')
  await phone.network('4g')
  await phone.waitFor('收到了')
  expect(await onlyReportOf(she)).toMatchObject({ words: '三楼的灯坏了', before: [{ url: expect.any(String) }] })
})
