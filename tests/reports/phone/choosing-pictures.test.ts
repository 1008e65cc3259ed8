import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chat } from '@huiyin/tests/photos/pictures.ts'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import type { MiniprogramOptions } from '@huiyin/tests/support/weapp/open-miniprogram.ts'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onlyReportOf } from './steps.ts'

/** From what she chooses to what the worker sees: nothing is lost on the way without a word. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const writing = async (openid: string, photos: Uint8Array[], options: Partial<MiniprogramOptions> = {}) => {
  const she = await resident(town, openid)
  const phone = await town.open(openid, { photos: [], ...options })
  phone.device.answers.set('chooseMedia', [photos])
  await phone.tap('报问题')
  return { she, phone }
}
/** What lies on the phone for sending. */
const keptOn = (phone: Miniprogram) => {
  const folder = join(phone.device.folder, 'user')
  return existsSync(folder) ? readdirSync(folder).map(name => readFileSync(join(folder, name))) : []
}
const flat = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 90, g: 120, b: 90, alpha } } })

test('what shines through is white on the phone already', async () => {
  const { phone } = await writing('transparent', [await flat(300, 200, 0).png().toBuffer()])
  town.line.meet = what => (what.startsWith('POST /api/photos') ? new Response('', { status: 503 }) : undefined)
  await phone.tap('拍照或选照片')
  const [kept] = keptOn(phone)
  const { channels } = await sharp(kept).stats()
  expect(channels.map(it => it.min > 250)).toEqual([true, true, true])
})

test('where the phone cannot draw, a picture that may be transparent goes as it is, and is white for the worker', async () => {
  const old = { shape: { SDKVersion: '2.15.0' } }
  const { she, phone } = await writing('no-canvas', [await flat(300, 200, 0).png().toBuffer()], old)
  await phone.tap('拍照或选照片')
  await phone.input('说一句', '墙上的图')
  await phone.waitFor('已传好')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  const [photo] = (await onlyReportOf(she)).before
  const seen = await sharp(await (await town.world.anybody(photo?.url ?? '')).arrayBuffer()).stats()
  expect(seen.channels.map(it => it.min > 250)).toEqual([true, true, true])
})

test('of several that could not be kept it is said how many, and why; the others are there', async () => {
  const heavy = Buffer.concat([await flat(40, 40).jpeg().toBuffer(), Buffer.alloc(5 * 1024 * 1024)])
  const { phone } = await writing('too-heavy', [heavy, await flat(40, 40).jpeg().toBuffer(), heavy])
  await phone.tap('拍照或选照片')
  expect(phone.screen()).toContain('选了 3 个，2 个没有加上：这张照片太大，手机没能缩小。请截个图再发')
  await phone.waitFor('已传好')
  expect(phone.findAll('已传好')).toHaveLength(1)
})

test('a picture whose copy is gone before it could be kept says so', async () => {
  const { phone } = await writing('vanished', [await flat(40, 40).jpeg().toBuffer()])
  phone.will('compressImage', { fail: 'compress error', errno: 1103005 })
  phone.will('copyFile', { fail: 'no such file or directory', errno: 1300002 })
  phone.will('access', { fail: 'no such file or directory', errno: 1300002 })
  await phone.tap('拍照或选照片')
  expect(phone.screen()).toContain('这张照片没有存下来。请重新选一次')
})

test('a long chat is one picture: one on the way, one in the form, one for the worker, who scrolls down through it', async () => {
  const { she, phone } = await writing('long-chat', [await chat(1080, 7000)])
  town.line.asked.length = 0
  await phone.tap('拍照或选照片')
  await phone.waitFor('已传好')
  expect(town.line.asked.filter(it => it.startsWith('POST /api/photos/'))).toHaveLength(1)
  expect(phone.findAll({ class: 'picked' })).toHaveLength(1)
  await phone.input('说一句', '群里说的')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  const { id, before } = await onlyReportOf(she)
  expect(before).toHaveLength(1)
  const worker = await town.open('worker', { path: `reports/pages/handle/index?id=${id}` })
  expect(worker.findAll('长图')).toHaveLength(1)
  await worker.tap({ label: '第 1 张照片 长图 看大图' })
  expect(worker.findAll({ class: 'long-image' })).toHaveLength(3)
  await worker.tap({ label: '第 2 段，共 3 段，点一下放大' })
  expect(worker.calls('previewImage').at(-1)).toMatchObject({ urls: { length: 3 } })
  await worker.tap({ label: '关闭' })
  expect(worker.findAll({ class: 'long-image' })).toEqual([])
})
