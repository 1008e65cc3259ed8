import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onlyReportOf } from './steps.ts'

let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const isUpload = (what: string) => what.startsWith('POST /api/photos/')

/** Uploads reach the server and wait there; `release` lets them go on. */
const holdUploads = () => {
  let release = () => {}
  const held = new Promise<void>(done => {
    release = done
  })
  const arrived: string[] = []
  town.line.meet = async what => {
    if (!isUpload(what)) return undefined
    arrived.push(what)
    await held
    return undefined
  }
  return { arrived, release }
}

const writing = async (openid: string, album = 1) => {
  const she = await resident(town, openid)
  const phone = await town.open(openid, { photos: await town.pictures(album) })
  await phone.tap('报问题')
  return { she, phone }
}
const bars = (phone: Miniprogram) => phone.findAll({ class: 'bar-done' }).map(bar => String(bar.attrs.style))

test('a photo travels at once, with a bar of its own, while she goes on writing', async () => {
  const { she, phone } = await writing('travels')
  const { arrived, release } = holdUploads()
  const choosing = phone.tap('拍照或选照片')
  await phone.waitFor('已传 100%')
  expect(arrived).toHaveLength(1)
  expect(bars(phone)).toEqual([expect.stringContaining('width: 100%')])
  const typing = phone.input('说一句', '三楼漏水')
  await phone.waitFor(() => phone.screen().includes('三楼漏水'))
  release()
  await Promise.all([choosing, typing])
  expect(phone.screen()).toContain('已传好')
  await phone.tap('提交')
  await phone.waitFor('照片都传好了')
  expect((await onlyReportOf(she)).before).toEqual([expect.objectContaining({ thumbUrl: expect.any(String) })])
})

test('of many photos one is on the line, and all arrive', async () => {
  const { phone } = await writing('many', 5)
  const { arrived, release } = holdUploads()
  const choosing = phone.tap('拍照或选照片')
  await phone.waitFor(() => phone.findAll('等待上传').length === 4)
  expect(arrived).toHaveLength(1)
  release()
  await choosing
  expect(phone.findAll('已传好')).toHaveLength(5)
})

test('nine photos are the most; after them there is no place for a tenth', async () => {
  const { phone } = await writing('nine')
  await phone.tap('拍照或选照片')
  phone.will('chooseMedia', await town.pictures(20))
  await phone.tap('再加一张')
  await phone.waitFor(() => phone.findAll('已传好').length === 9)
  expect(phone.calls('chooseMedia').map(call => call.count)).toEqual([9, 8])
  expect(phone.has('再加一张')).toBe(false)
})

test('a photo that the server could not take says so and travels again at a tap', async () => {
  const { phone } = await writing('again')
  let down = true
  town.line.meet = what => (isUpload(what) && down ? new Response('<html>', { status: 500 }) : undefined)
  await phone.tap('拍照或选照片')
  await phone.waitFor('重传')
  expect(phone.findAll({ label: '没传上 重传' })).toHaveLength(1)
  down = false
  await phone.tap('重传')
  await phone.waitFor('已传好')
})

test('a photo that the network dropped goes on by itself', async () => {
  const { phone } = await writing('dropped')
  await phone.network('none')
  await phone.tap('拍照或选照片')
  await phone.waitFor('重传')
  await phone.network('4g')
  await phone.waitFor('已传好')
})

test('a file that is no photo is refused in plain words, and can be taken away', async () => {
  const { she, phone } = await writing('no-photo')
  phone.device.answers.set('chooseMedia', [[new TextEncoder().encode('<html>not a picture</html>')]])
  await phone.tap('拍照或选照片')
  await phone.waitFor('这个文件不是照片')
  expect(phone.has('重传')).toBe(false)
  expect(phone.findAll({ label: '收不了 换一张' })).toHaveLength(1)
  await phone.tap({ label: '删掉这张照片 1' })
  await phone.input('说一句', '楼道里堆着垃圾')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect((await onlyReportOf(she)).before).toEqual([])
})

test('the report goes out before its photo is there; the worker sees that one is coming, then the photo', async () => {
  const { she, phone } = await writing('early')
  const { release } = holdUploads()
  const choosing = phone.tap('拍照或选照片')
  await phone.waitFor('已传 100%')
  const sending = phone.tap('提交')
  await phone.waitFor('收到了')
  expect(phone.screen()).toContain('还有 1 张照片在传')
  const { id, before } = await onlyReportOf(she)
  expect(before).toMatchObject([{ url: null }])
  const worker = await town.open('worker', { path: `reports/pages/handle/index?id=${id}` })
  expect(worker.screen()).toContain('照片还在路上')
  release()
  await Promise.all([choosing, sending])
  await phone.waitFor('照片都传好了')
  await lookAgain(worker)
  expect(worker.screen()).not.toContain('照片还在路上')
  expect(worker.findAll({ tag: 'image' })).toHaveLength(1)
})

test('a photo on its way when WeChat kills the mini-program goes on after the next opening', async () => {
  const { she, phone } = await writing('killed')
  town.line.meet = what => (isUpload(what) ? new Response('<html>', { status: 503 }) : undefined)
  await phone.tap('拍照或选照片')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  phone.kill()
  town.line.meet = undefined
  await phone.relaunch()
  await expect.poll(async () => (await onlyReportOf(she)).before).toMatchObject([{ url: expect.any(String) }])
})

test('in place of a photo that is refused she chooses another; one that is refused behind a report is on its way for nobody', async () => {
  const { she, phone } = await writing('another')
  const noPicture = [new TextEncoder().encode('<html>not a picture</html>')]
  phone.device.answers.set('chooseMedia', [noPicture, await town.pictures(1), noPicture])
  await phone.tap('拍照或选照片')
  await phone.waitFor('换一张')
  await phone.tap('换一张')
  await phone.waitFor('已传好')
  expect(phone.has('换一张')).toBe(false)
  await phone.tap('再加一张')
  await phone.waitFor('换一张')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect(phone.screen()).toContain('1 张照片收不了')
  const { id, before } = await onlyReportOf(she)
  expect(before.map(it => it.lost)).toEqual([undefined, 'refused'])
  const worker = await town.open('worker', { path: `reports/pages/handle/index?id=${id}` })
  expect(worker.screen()).toContain('这张照片打不开，没有收下')
  expect(worker.screen()).not.toContain('照片还在路上')
})
