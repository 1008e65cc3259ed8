import { randomUUID } from 'node:crypto'
import { runCommand } from '@huiyin/api/commands.ts'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filedBy, mendedFor } from './steps.ts'

/** 办结 in a worker's hand, and what stands on the page for whom. */
let town: Phones
let id: string
beforeAll(async () => {
  town = await openPhones()
  const she = await resident(town, 'resident')
  const worker = await town.world.someone('worker')
  id = await filedBy(she)
  await worker.call('acceptReport', { id, eventId: randomUUID() })
  await mendedFor(await resident(town, 'neighbour'), worker)
})
afterAll(() => town.close())

const sheet = async () => {
  const phone = await town.open('worker', { path: `reports/pages/handle/index?id=${id}` })
  await phone.tap(button('办结'))
  return phone
}

test('the camera comes first and opens at once; the album is a line below it', async () => {
  const phone = await sheet()
  expect(phone.screen().indexOf('拍照')).toBeLessThan(phone.screen().indexOf('文字'))
  await phone.tap('拍照')
  await phone.waitFor('已传好')
  await phone.tap('从相册选')
  expect(phone.calls('chooseMedia').map(it => it.sourceType)).toEqual([['camera'], ['album']])
  town.closeAll()
})

test('where no picture can be taken he says why, and she reads it', async () => {
  const she = await resident(town, 'at-home')
  const worker = await town.world.someone('worker')
  const inside = await filedBy(she)
  await worker.call('acceptReport', { id: inside, eventId: randomUUID() })
  const phone = await town.open('worker', { path: `reports/pages/handle/index?id=${inside}` })
  await phone.tap(button('办结'))
  await phone.input('文字', '家里的阀门换好了')
  await phone.tap('提交')
  expect(phone.screen()).toContain('请拍一张处理后的照片，拍不了的选一个原因')
  await phone.tap('在居民家里')
  await phone.tap('提交')
  await phone.waitFor('待居民确认')
  expect(phone.screen()).toContain('没有拍照：在居民家里')
  const hers = await town.open('at-home', { path: `reports/pages/show/index?id=${inside}` })
  expect(hers.screen()).toContain('没有拍照：在居民家里')
  expect(hers.screen()).toContain('家里的阀门换好了')
  town.closeAll()
})

test('a sentence of his own is kept with a tap, used with a tap, and taken away', async () => {
  const phone = await sheet()
  expect(phone.has('把这句存为常用语')).toBe(false)
  await phone.input('文字', '已补水泥，三天内别踩')
  await phone.tap('把这句存为常用语')
  expect(phone.has('把这句存为常用语')).toBe(false)
  await phone.input('文字', '打 13812345678 找我')
  await phone.tap('把这句存为常用语')
  await phone.waitFor('里面有号码，不能存为常用语')
  await phone.input('文字', '')
  await phone.tap('已补水泥，三天内别踩')
  expect(phone.find({ tag: 'textarea' }).attrs.value).toBe('已补水泥，三天内别踩')
  await phone.tap('删常用语')
  await phone.tap({ label: '删掉：已补水泥，三天内别踩' })
  expect(phone.has('删常用语')).toBe(false)
  town.closeAll()
})

test('the words of who mended it stand beside the pictures, for her and for the staff', async () => {
  const [mended] = (await (await town.world.someone('neighbour')).call('listMyReports', {})).items
  for (const [who, page] of [
    ['neighbour', 'show'],
    ['worker', 'handle'],
  ] as const) {
    const phone = await town.open(who, { path: `reports/pages/${page}/index?id=${mended?.id}` })
    expect(phone.screen(), page).toContain('网格员 李秀兰的答复\n已修好')
  }
  town.closeAll()
})

test('she rings the grid office from her matter, and reads whose number it is; without a number there is no button', async () => {
  const show = { path: `reports/pages/show/index?id=${id}` }
  expect((await town.open('resident', show)).has(button('给网格办打电话'))).toBe(false)
  const { outside, clock } = town.world
  const operator = { db: outside.db, keys: outside.keys, now: clock.now, read: async () => undefined }
  await runCommand(operator, ['phones', 'area', 't001v1', '网格办', '0310-1234567'])
  const phone = await town.open('resident', show)
  expect(phone.screen()).toContain('柳塘村 网格办，0310-1234567')
  await phone.tap(button('给网格办打电话'))
  expect(phone.calls('makePhoneCall')).toEqual([{ phoneNumber: '0310-1234567' }])
  town.closeAll()
})

test('the worker finds the way by the map, where there is a position', async () => {
  const phone = await town.open('worker', { path: `reports/pages/handle/index?id=${id}` })
  await phone.tap(button('导航'))
  expect(phone.calls('openLocation')).toMatchObject([{ name: '柳塘村 1号楼', latitude: 31.502 }])
  town.closeAll()
})
