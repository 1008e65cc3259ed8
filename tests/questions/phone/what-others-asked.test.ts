import { randomUUID } from 'node:crypto'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button } from '@huiyin/tests/support/steps.ts'
import { type Someone, tap } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { answers, asks, claims } from '../asking.ts'
import { answer, at, clearLeft, inHand } from './answering.ts'

/** Questions that others have asked, the list of one's own, and the small ways on from each. */
let town: Phones
let adviser: Someone
beforeAll(async () => {
  town = await openPhones()
  adviser = await town.world.someone('adviser')
})
afterEach(async () => {
  town.closeAll()
  await clearLeft()
})
afterAll(() => town.close())

const texts = [
  ['loan', '别人借钱不还，有借条怎么办？', '先书面催告，再起诉。'],
  ['labour', '老板拖欠工资怎么办？', '可以找劳动监察，也可以仲裁。'],
] as const

/** Answered, with a text for everybody offered to her. */
const offered = async (she: Someone, topic: 'loan' | 'labour', publication: { question: string; answer: string }) => {
  const id = await asks(she, { topic })
  const fence = await claims(adviser, id)
  await adviser.call('answerQuestion', { ...tap(id), fence, words: '答复', publication })
  return id
}

test('what was asked is found by its words or its topic, read, and led on from', async () => {
  const [she, office] = [await town.world.someone('generous'), await town.world.someone('justice')]
  for (const [topic, question, said] of texts) {
    const id = await offered(she, topic, { question, answer: said })
    await she.call('decidePublication', { ...tap(id), decision: 'approve' })
    await office.call('reviewAnswer', { id, verdict: 'publish' })
  }
  const [loan, labour] = [texts[0][1], texts[1][1]]
  const phone = await town.open('reader', { path: 'questions/pages/answers/index' })
  const shown = () => [loan, labour].map(it => phone.screen().includes(it))
  await phone.waitFor(loan)
  expect(shown()).toEqual([true, true])
  expect(phone.has(button('下一页'))).toBe(false)
  expect(phone.find({ text: '全部', class: 'filter' }).classes).toContain('on')
  await phone.tap({ text: '劳动', class: 'filter' })
  await phone.waitFor(() => !phone.screen().includes(loan))
  expect(shown()).toEqual([false, true])
  expect(phone.find({ text: '全部', class: 'filter' }).classes).not.toContain('on')
  await phone.tap({ text: '全部', class: 'filter' })
  await phone.waitFor(loan)
  await phone.input('想找什么', ' 借条 ')
  expect(shown()).toEqual([true, true])
  await phone.tap(button('找一找'))
  await phone.waitFor(() => !phone.screen().includes(labour))
  expect(shown()).toEqual([true, false])
  await phone.input('想找什么', '宅基地')
  await phone.tap(button('找一找'))
  await phone.waitFor('没有找到这样的问答')
  await phone.input('想找什么', '')
  await phone.tap(button('找一找'))
  await phone.tap(loan)
  await phone.waitFor(texts[0][2])
  expect(phone.page()).toBe('questions/pages/answer/index')
  expect(phone.screen()).toContain('借贷')
  await phone.tap(button('问律师'))
  expect(phone.page()).toBe('questions/pages/new/index')
})

test('a text that is not there any more is said to be gone', async () => {
  const phone = await town.open('reader', { path: `questions/pages/answer/index?id=${randomUUID()}` })
  await phone.waitFor(() => phone.screen().length > 20)
  expect(phone.screen()).not.toContain('每家的情况不一样')
})

test('her list has nothing at first; then each with its state, page by page', async () => {
  const she = await town.world.someone('asks-often')
  const phone = await town.open('asks-often', { path: 'questions/pages/mine/index' })
  await phone.waitFor('还没有问过律师')
  expect(phone.findAll(button('问律师'))).toHaveLength(1)
  const ids: string[] = []
  for (let n = 0; n < 22; n++) {
    ids.push(await asks(she, { topic: n % 2 === 0 ? 'loan' : 'labour' }))
    town.world.clock.forward(1)
  }
  for (const id of ids.slice(0, 21)) await she.call('withdrawQuestion', tap(id))
  await town.pass(1)
  await phone.waitFor('排队中')
  expect(phone.screen()).not.toContain('还没有问过律师')
  expect(phone.findAll(button('问律师'))).toHaveLength(1)
  expect(phone.findAll({ text: '已撤回', class: 'tag' })).toHaveLength(19)
  await phone.tap(button('下一页'))
  await phone.waitFor(() => phone.findAll({ text: '已撤回', class: 'tag' }).length === 2)
  expect(phone.has(button('下一页'))).toBe(false)
  await phone.tap(button('上一页'))
  await phone.waitFor('排队中')
  await phone.tap('排队中')
  await phone.waitFor('我现在不安全')
  expect(phone.page()).toBe('questions/pages/show/index')
  await she.call('withdrawQuestion', tap(ids[21] ?? ''))
})

test('a text for everybody that she does not want is not published, and she is asked no more', async () => {
  const she = await town.world.someone('reserved')
  const id = await offered(she, 'loan', { question: texts[0][1], answer: texts[0][2] })
  const phone = await town.open('reserved', at('show', id))
  await phone.waitFor('想请您同意公开')
  await phone.tap(button('不同意'))
  await phone.waitFor('没有公开')
  for (const gone of ['不同意', '同意公开', '收回公开']) expect(phone.has(button(gone)), gone).toBe(false)
  expect((await she.call('getQuestion', { id })).publication?.state).toBe('refused')
})

test('asked whether she takes it back she may say no, and it waits on', async () => {
  const she = await town.world.someone('hesitant')
  const id = await asks(she)
  const phone = await town.open('hesitant', at('show', id))
  await phone.tap(button('撤回'))
  expect(phone.screen()).toContain('撤回后不再答复')
  await phone.tap(button('先不撤回'))
  expect(phone.screen()).not.toContain('撤回后不再答复')
  expect(await she.call('getQuestion', { id })).toMatchObject({ state: 'waiting' })
  await she.call('withdrawQuestion', tap(id))
})

test('an answer that does not go out leads back to it, with every word', async () => {
  const { she, id, phone } = await inHand(town, 'bad-line')
  await phone.input('您的答复', '先书面催告')
  await phone.tap(button('答复'))
  town.line.meet = asked => (asked.endsWith('/answer') ? new Response('{}', { status: 500 }) : undefined)
  await phone.tap(button('发送答复'))
  await phone.waitFor(() => !phone.has(button('发送答复')))
  expect(phone.screen()).toContain('先书面催告')
  expect((await she.call('getQuestion', { id })).state).toBe('claimed')
  town.line.meet = undefined
  await phone.tap(button('答复'))
  await phone.tap(button('发送答复'))
  await phone.waitFor('居民会马上收到提醒')
})

test('of many paragraphs the first five are shown, and the others with a tap', async () => {
  const items = Array.from({ length: 7 }, (_, n) => ({ id: randomUUID(), title: `第${n}段`, words: `段落${n}的话。` }))
  await adviser.call('setParagraphs', { items })
  const { phone } = await inHand(town, 'many-pieces')
  await phone.waitFor('第4段')
  expect(phone.has('第5段')).toBe(false)
  await phone.tap('全部段落')
  expect(phone.has('全部段落')).toBe(false)
  await phone.tap('第6段')
  await answer(phone, '段落6的话。')
  await adviser.call('setParagraphs', { items: items.slice(0, 5) })
})

test('who opens the card of a question has read the message of it', async () => {
  const she = await town.world.someone('rings')
  const id = await asks(she)
  const unread = async () =>
    (await adviser.call('listAlerts', { limit: 50 })).items.filter(it => it.page.includes(id) && it.readAt === null)
  await town.world.settle()
  expect(await unread()).toHaveLength(1)
  const phone = await town.open('adviser', at('card', id))
  await phone.waitFor(button('无冲突，接单'))
  expect(await unread()).toEqual([])
  await she.call('withdrawQuestion', tap(id))
})

test('of an answer that was rated she is not asked again, and of one that is not hers nothing is shown', async () => {
  const she = await town.world.someone('rates-once')
  const id = await asks(she)
  await answers(adviser, id, await claims(adviser, id))
  await she.call('rateQuestion', { ...tap(id), rating: 'fair' })
  const phone = await town.open('rates-once', at('show', id))
  await phone.waitFor('您的评价：一般')
  expect(phone.has({ text: '不好', class: 'rate' })).toBe(false)
  const stranger = await town.open('stranger', at('show', id))
  await stranger.waitFor(() => stranger.screen().length > 10)
  expect(stranger.screen()).not.toContain('您的评价')
})
