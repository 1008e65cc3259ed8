import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openPhones, type Phones } from '../support/phones.ts'
import type { Miniprogram } from '../support/weapp/miniprogram.ts'

let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const frame = (phone: Miniprogram) => phone.find({ class: 'hy' })
const isElder = (phone: Miniprogram) => frame(phone).classes.includes('elder')
const letters = (fontSizeScaleFactor: number) => ({ shape: { fontSizeScaleFactor } })

test('one tap on the home page turns 长辈版 on, on every page, and it outlives a kill', async () => {
  const phone = await town.open('taps')
  expect(isElder(phone)).toBe(false)
  await phone.tap('长辈版')
  expect(isElder(phone)).toBe(true)
  await phone.tap('报问题')
  expect(isElder(phone)).toBe(true)
  phone.kill()
  await phone.relaunch()
  expect(isElder(phone)).toBe(true)
  await phone.tap('标准版')
  phone.kill()
  await phone.relaunch()
  expect(isElder(phone)).toBe(false)
})

test('it can be turned on among the settings too', async () => {
  const phone = await town.open('settings')
  await phone.tapTab('我的')
  await phone.tap('字更大，按钮更大')
  expect(isElder(phone)).toBe(true)
  expect(phone.screen()).toContain('已打开')
})

test.each([
  [1.29, false],
  [1.3, true],
  [1.75, true],
])('letters of %f times the usual size: on by itself is %s', async (scale, on) => {
  const phone = await town.open(`letters-${scale}`, letters(scale))
  expect(isElder(phone)).toBe(on)
})

test('who turned it off keeps it off, however large the letters', async () => {
  const phone = await town.open('stays-off', letters(1.4))
  await phone.tap('标准版')
  phone.kill()
  await phone.relaunch()
  expect(isElder(phone)).toBe(false)
})

test('the letters follow the phone, in 长辈版 up to where they still fit', async () => {
  const scaleOf = (phone: Miniprogram) => /--scale: ?([\d.]+)/.exec(String(frame(phone).attrs.style))?.[1]
  expect(scaleOf(await town.open('small', letters(0.94)))).toBe('0.94')
  expect(scaleOf(await town.open('large', letters(1.2)))).toBe('1.2')
  expect(scaleOf(await town.open('largest', letters(1.75)))).toBe('1.5')
})
