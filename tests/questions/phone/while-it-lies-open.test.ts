import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain } from '@huiyin/tests/support/steps.ts'
import { tap, tuesdayMorning } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { asked, at, clearLeft, inHand, queue } from './answering.ts'

/** A page lies open, and meanwhile the lease ends, the term ends, or somebody else takes the question. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(async () => {
  town.closeAll()
  await clearLeft()
  town.world.clock.now = tuesdayMorning
})
afterAll(() => town.close())

const over = '您写的还在。重新接单后接着写'
const asks = (end: string) => town.line.asked.filter(it => it.endsWith(end)).length

test('the lease ends under the answer: he is told, nothing more is sent, and his words are there when he claims anew', async () => {
  const { phone } = await inHand(town, 'slow-pen')
  await phone.input('您的答复', '先书面催告')
  await phone.waitFor(() => asks('/draft') > 0)
  await town.pass(70)
  expect(phone.screen()).toContain(over)
  for (const gone of ['答复', '请她补充', '放回队列', '再久一点']) expect(phone.has(button(gone)), gone).toBe(false)
  const kept = asks('/draft')
  await phone.input('您的答复', '先书面催告，再起诉')
  await town.pass(2)
  expect(asks('/draft')).toBe(kept)
  await phone.tap(button('重新接单'))
  await phone.tap(button('无冲突，接单'))
  await phone.waitFor(() => phone.page() === 'questions/pages/handle/index')
  expect(phone.screen()).toContain('先书面催告，再起诉')
  expect(phone.screen()).toContain('上次没写完的答复还在')
})

test('the lease ends while he reads his answer over: back to it, with the way to claim anew', async () => {
  const { she, id, phone } = await inHand(town, 'slow-reader')
  await phone.input('您的答复', '先书面催告')
  await phone.tap(button('答复'))
  expect(phone.has(button('发送答复'))).toBe(true)
  await town.pass(70)
  expect(phone.has(button('发送答复'))).toBe(false)
  expect(phone.screen()).toContain(over)
  expect((await she.call('getQuestion', { id })).state).not.toBe('answered')
})

test('he looked away and comes back after the lease: told at once, before the server has answered', async () => {
  const { phone } = await inHand(town, 'looked-away')
  await phone.hide()
  await phone.network('none')
  town.world.clock.forward(70)
  await phone.show()
  expect(phone.screen()).toContain(over)
})

test('the service has the last word on the lease, whatever the clock of his phone says; his words stay', async () => {
  const { phone } = await inHand(town, 'slow-clock')
  const refused = { type: '', title: '接单时间已过', detail: '请重新接单', status: 409, code: 'lease-over' }
  town.line.meet = it => (it.endsWith('/draft') ? Response.json(refused, { status: 409 }) : undefined)
  await phone.input('您的答复', '先书面催告')
  await phone.waitFor(over)
  expect(phone.screen()).toContain('先书面催告')
  expect(phone.has(button('答复'))).toBe(false)
})

test('typing keeps it in his hands: every minute at the latest, however he types', async () => {
  const { phone } = await inHand(town, 'typing-on')
  for (let minute = 0; minute < 100; minute += 20) {
    await phone.input('您的答复', `写到第 ${minute} 分钟`)
    await town.pass(20)
  }
  expect(phone.screen()).not.toContain(over)
})

test('「再留一会儿」 renews it with what he has written', async () => {
  const { phone } = await inHand(town, 'longer')
  const before = asks('/draft')
  await town.pass(40)
  await phone.tap(button('再留一会儿'))
  expect(asks('/draft')).toBe(before + 1)
  await town.pass(40)
  expect(phone.screen()).not.toContain(over)
  expect(phone.screen()).toContain('接单还剩')
})

test('a card that somebody took goes from the queue that lies open, and the card itself when she takes it back', async () => {
  const { id } = await asked(town, 'wanted')
  const other = await asked(town, 'wanted-too')
  const card = await town.open('adviser', at('card', other.id))
  const list = await town.open('adviser', queue)
  const cards = () => list.findAll({ class: 'queue-item' }).length
  expect(cards()).toBe(2)
  await (await town.world.someone('adviser')).call('claimQuestion', { ...tap(id), noConflict: true })
  await list.waitFor('我正在答的')
  await other.she.call('withdrawQuestion', tap(other.id))
  await card.waitFor('这个问题不用您接了')
  await list.waitFor(() => cards() === 1)
})

test('how long a card is kept for him is said while it is true', async () => {
  await asked(town, 'kept')
  const phone = await town.open('adviser', queue)
  await phone.tap(button('给我下一个'))
  expect(phone.screen()).toContain('替您留到')
  await phone.network('none')
  await town.pass(30)
  expect(phone.screen()).not.toContain('替您留到')
})

test('what he asked for, begun and overtaken by the clock: her words stay, and she is told', async () => {
  const { she, id, phone: his } = await inHand(town, 'slow-asker')
  const { lease } = await (await town.world.someone('adviser')).call('getQuestion', { id })
  await (await town.world.someone('adviser')).call('askBack', {
    ...tap(id),
    fence: lease?.fence ?? 0,
    words: '借条上写了日期吗？',
  })
  his.kill()
  const phone = await town.open(she.openid, at('show', id))
  await phone.tap(button('回答律师'))
  await phone.input('补充给律师', '写了，去年三月')
  town.world.clock.forward(40 * 24 * 60)
  await town.world.api.chores()
  await town.pass(1)
  await phone.waitFor('这一步已经过了时候')
  expect(phone.find({ tag: 'textarea' }).attrs.value).toBe('写了，去年三月')
  const before = asks('/reply')
  await phone.tap(button('提交'))
  expect(asks('/reply')).toBe(before)
})

test('she is about to take it back when it is answered: the sheet says that it is too late', async () => {
  const { she, id } = await asked(town, 'second-thoughts')
  const phone = await town.open(she.openid, at('show', id))
  await phone.tap(button('撤回'))
  const adviser = await town.world.someone('adviser')
  await adviser.call('claimQuestion', { ...tap(id), noConflict: true })
  const { lease } = await adviser.call('getQuestion', { id })
  await adviser.call('answerQuestion', { ...tap(id), fence: lease?.fence ?? 0, words: '可以起诉。' })
  await phone.waitFor('这一步已经过了时候')
  await phone.tap({ label: '关闭' })
  expect(phone.screen()).toContain('可以起诉。')
})

test('a push about a question that is not his any more leads to the next one, and shows nothing of it', async () => {
  const { id } = await asked(town, 'not-his')
  const { call } = await town.world.someone('adviser')
  await call('claimQuestion', { ...tap(id), noConflict: true })
  const phone = await town.open('adviser-neutral', at('handle', id))
  await lookAgain(phone)
  expect(phone.screen()).not.toContain('两万块')
  expect(phone.has(button('重新接单'))).toBe(true)
})
