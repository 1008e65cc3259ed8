import { randomUUID } from 'node:crypto'
import type { Asked } from '@huiyin/shared/core/route.ts'
import type { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import type { Miniprogram } from '@huiyin/tests/support/weapp/miniprogram.ts'
import type { Someone } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { answers, asks, claims } from '../asking.ts'

/** What the asker sees of her question afterwards, and does about it. */
let town: Phones
let adviser: Someone
beforeAll(async () => {
  town = await openPhones()
  adviser = await town.world.someone('adviser')
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const page = (id: string) => `questions/pages/show/index?id=${id}`
const said = '先发一封书面催告，留好凭证；不还就去法院起诉'

type More = Partial<Asked<typeof adviserRoutes.answerQuestion>>
const answered = async (openid: string, more: More = {}) => {
  const she = await resident(town, openid)
  const id = await asks(she, { topic: 'loan' })
  const fence = await claims(adviser, id)
  await adviser.call('answerQuestion', { id, eventId: randomUUID(), fence, words: said, ...more })
  const phone = await town.open(openid, { path: page(id) })
  await phone.waitFor(() => phone.screen().includes(said))
  return { she, id, phone }
}
const thread = (she: Someone, id: string) => she.call('getQuestion', { id })
const unread = async (she: Someone) => (await she.call('countUnread', {})).unread

test('she reads the answer, rates it in two taps, and no message about it stays unread', async () => {
  const { she, id, phone } = await answered('rating')
  expect(phone.screen()).toContain('已答复')
  expect(await unread(she)).toBe(0)
  await phone.tap({ text: '好', class: 'rate' })
  await phone.tap(button('评好了'))
  await phone.waitFor('您的评价：好')
  expect(await thread(she, id)).toMatchObject({ rating: 'good' })
})

test('asked back she answers, and asks on afterwards: each time it is her turn', async () => {
  const she = await resident(town, 'talking')
  const id = await asks(she, {})
  const fence = await claims(adviser, id)
  await adviser.call('askBack', { id, eventId: randomUUID(), fence, words: '借条上写了还款日期吗？' })
  const phone = await town.open('talking', { path: page(id) })
  await phone.waitFor(button('回答律师'))
  expect(phone.screen()).toContain('借条上写了还款日期吗？')
  await send(phone, '回答律师', '补充给律师', '写了，去年年底')
  await phone.waitFor('排队中')
  await answers(adviser, id, await claims(adviser, id), said)
  await lookAgain(phone)
  await send(phone, '接着问（还能问 3 次）', '接着问', '要准备什么材料？')
  await phone.waitFor('排队中')
  expect((await thread(she, id)).texts.map(text => text.kind)).toEqual([
    ...['story', 'ask-back', 'reply', 'answer', 'follow-up'],
  ])
})

const send = async (phone: Miniprogram, verb: string, field: string, words: string) => {
  await phone.tap(button(verb))
  await phone.input(field, words)
  await phone.tap(button('提交'))
}

test('nothing is published before she has read the very text and agreed, and she takes it back with one tap', async () => {
  const publication = { question: '别人借钱不还，有借条怎么办？', answer: '先书面催告，再起诉。' }
  const { she, id, phone } = await answered('publishing', { publication })
  expect(phone.screen()).toContain(publication.answer)
  await phone.tap('同意公开')
  await phone.waitFor('您已同意，等另一个人审核后公开')
  await phone.tap('收回公开')
  await phone.waitFor('没有公开')
  expect((await thread(she, id)).publication).toMatchObject({ state: 'withdrawn' })
})

test('a suggested report is written by herself: nothing of the question goes with her', async () => {
  const { she, id, phone } = await answered('reporting', { suggestion: 'report' })
  await phone.tap(button('同意'))
  await phone.waitFor('说一句')
  expect(phone.page()).toBe('reports/pages/new/index')
  expect(phone.screen()).not.toContain('借条')
  expect(await thread(she, id)).toMatchObject({ agreed: true })
})

test('a suggested consultation leads to the free times of her village, and she says there herself what it is about', async () => {
  const { she, id, phone } = await answered('meeting', { suggestion: 'consultation' })
  await phone.tap(button('同意'))
  await phone.waitFor('点一个时间就能约')
  expect(phone.page()).toBe('consultations/pages/find/index')
  expect(phone.screen()).toContain((await thread(she, id)).village)
  expect(phone.screen()).not.toContain('借条')
})

test('while it waits she may take it back, or say that she is not safe', async () => {
  const she = await resident(town, 'waiting')
  const id = await asks(she, {})
  const phone = await town.open('waiting', { path: page(id) })
  await phone.tap('我现在不安全')
  expect(phone.screen()).toContain('110 报警')
  await phone.tap('转给值班专人')
  await phone.waitFor('私密事项')
  expect(await thread(she, id)).toMatchObject({ danger: true, circle: 'duty' })
  await phone.tap(button('撤回'))
  await phone.tap({ text: '撤回', class: 'grave' })
  await phone.waitFor(() => phone.has({ text: '已撤回', class: 'tag' }))
})
