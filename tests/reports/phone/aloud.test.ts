import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { filedBy } from './steps.ts'

/** 朗读, by WeChat's plug-in where there is one. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

type Ask = { content: string; success: (made: { filename: string }) => void; fail: () => void }

/** Her matter on a phone whose plug-in makes sounds when the test says so. */
const listening = async (openid: string, words: string) => {
  const asked: Ask[] = []
  const plugins = { WechatSI: { textToSpeech: (ask: Ask) => void asked.push(ask) } }
  const id = await filedBy(await resident(town, openid), words)
  const phone = await town.open(openid, { path: `reports/pages/show/index?id=${id}`, plugins })
  return { phone, asked }
}

test('what stands on the page is read from above to the end, and no number of it', async () => {
  const { phone, asked } = await listening('hears', '三楼水管漏水')
  await phone.tap('朗读给我听')
  for (let n = 0; n < asked.length; n++) {
    asked[n]?.success({ filename: `https://sound.example/${n}.mp3` })
    await phone.settle()
  }
  expect(phone.calls('play')).toHaveLength(asked.length)
  const read = asked.map(it => it.content).join('\n')
  const order = ['水', '柳塘村', '等人接手', '三楼水管漏水', '上报了问题', '网格员'].map(it => read.indexOf(it))
  expect(order.every(it => it >= 0)).toBe(true)
  expect(order.slice(1)).toEqual(order.slice(1).toSorted((a, b) => a - b))
  expect(read).not.toMatch(/编号|\d{8}/)
  await phone.waitFor('朗读给我听')
})

test('long words are read in pieces that the plug-in takes', async () => {
  const { phone, asked } = await listening('long-words', '井盖响。'.repeat(100))
  await phone.tap('朗读给我听')
  for (let n = 0; n < asked.length; n++) {
    asked[n]?.success({ filename: `${n}.mp3` })
    await phone.settle()
  }
  expect(Math.max(...asked.map(it => Buffer.byteLength(it.content)))).toBeLessThanOrEqual(1000)
  expect(
    asked
      .map(it => it.content)
      .join('')
      .match(/井盖响/g),
  ).toHaveLength(100)
})

test('another tap stops it, and what comes late is not played', async () => {
  const { phone, asked } = await listening('stops', '路灯不亮')
  await phone.tap('朗读给我听')
  await phone.tap('停下，不读了')
  expect(phone.calls('destroyAudio')).toHaveLength(1)
  asked[0]?.success({ filename: 'late.mp3' })
  await phone.settle()
  expect(phone.calls('play')).toEqual([])
  expect(phone.has('朗读给我听')).toBe(true)
})

test('who leaves the page hears nothing more', async () => {
  const { phone } = await listening('leaves', '路灯不亮')
  await phone.tap('朗读给我听')
  await phone.hide()
  expect(phone.calls('destroyAudio')).toHaveLength(1)
})

test('a plug-in that fails is told, and the button is there again', async () => {
  const { phone, asked } = await listening('fails', '路灯不亮')
  await phone.tap('朗读给我听')
  asked[0]?.fail()
  await phone.waitFor('现在读不出来，请过一会儿再点一次')
  expect(phone.has('朗读给我听')).toBe(true)
})
