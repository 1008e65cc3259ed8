import { randomUUID } from 'node:crypto'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button } from '@huiyin/tests/support/steps.ts'
import type { Target } from '@huiyin/tests/support/weapp/screen.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { answer, asked, at, clearLeft, inHand, queue, story } from './answering.ts'

/** The side of those who answer: the conflict gate, the lease, the answer. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(async () => {
  town.closeAll()
  await clearLeft()
})
afterAll(() => town.close())

test('the next case takes two taps: the gate without a word of hers, then the story', async () => {
  await asked(town, 'two-taps')
  const phone = await town.open('adviser', queue)
  let taps = 0
  const tap = async (target: Target) => {
    taps += 1
    await phone.tap(target)
  }
  await tap(button('给我下一个'))
  expect(phone.page()).toBe('questions/pages/card/index')
  for (const known of ['借贷', '柳塘村', '60 岁以上', '王富贵']) expect(phone.screen(), known).toContain(known)
  expect(phone.screen()).not.toContain('两万块')
  await tap(button('无冲突，接单'))
  await phone.waitFor(story)
  expect(taps).toBe(2)
  expect(phone.page()).toBe('questions/pages/handle/index')
  expect(phone.screen()).toContain('诉讼时效 3 年（民法典第 188 条）')
  await answer(phone, '可以先书面催告，再起诉。')
  await phone.tap(button('给我下一个'))
  expect(phone.screen()).toContain('现在没有等着您的问题')
})

test('passing on a conflict takes it out of the queue of his whole firm, and another firm has it', async () => {
  const { id } = await asked(town, 'conflict')
  const phone = await town.open('adviser', queue)
  await phone.tap(button('给我下一个'))
  await phone.tap(button('有冲突，让出'))
  expect(phone.pages()).toEqual(['questions/pages/queue/index'])
  await phone.waitFor('现在没有可以接的问题')
  const mate = await town.open('adviser-mate', queue)
  expect(mate.screen()).toContain('现在没有可以接的问题')
  expect((await town.open('adviser-mate', at('card', id))).screen()).toContain('这个问题不用您接了')

  const neutral = await town.open('adviser-neutral', queue)
  await neutral.tap(button('给我下一个'))
  await neutral.tap(button('无冲突，接单'))
  await neutral.waitFor(story)
  await answer(neutral, '先把借条和转账记录留好。')
})

test('who comes second is told kindly, with the way to the next one', async () => {
  const { id } = await asked(town, 'taken')
  town.world.clock.forward(5 * 60)
  await town.world.api.chores()
  const [quick, slow] = [await town.open('adviser-mate', at('card', id)), await town.open('adviser', at('card', id))]
  await quick.tap(button('无冲突，接单'))
  await quick.waitFor(story)
  await slow.tap(button('无冲突，接单'))
  await slow.waitFor('这个问题不用您接了')
  expect(slow.has(button('给我下一个'))).toBe(true)
})

test('whoever has it in hand already is led on from the card', async () => {
  const { id, phone } = await inHand(town, 'held')
  await phone.visit(at('card', id).path)
  expect(phone.screen()).toContain('这个问题已经在您手上')
  await phone.tap(button('继续答'))
  await phone.waitFor(story)
})

test('what he typed survives a kill, and his notes never reach her', async () => {
  const { she, id, phone } = await inHand(town, 'killed')
  await phone.tap(button('记备注'))
  await phone.input('文字', '当事人可能还有一套房')
  await phone.tap(button('记下'))
  await phone.waitFor(() => !phone.has('记给自己看的'))
  expect(phone.screen()).toContain('只有您看得到')
  expect(phone.screen()).toContain('当事人可能还有一套房')

  await phone.input('您的答复', '三年内起诉就来得及。')
  await phone.hide()
  await phone.waitFor(() => town.line.asked.includes(`PUT /api/questions/${id}/draft`))
  phone.kill()
  await phone.relaunch(at('handle', id).path)
  expect(phone.screen()).toContain('上次没写完的答复还在，可以接着写')
  expect(phone.screen()).toContain('三年内起诉就来得及。')
  await phone.tap(button('答复'))
  expect(phone.screen()).toContain('居民会看到的')
  await phone.tap(button('发送答复'))
  await phone.waitFor('居民会马上收到提醒')
  expect(Object.keys(phone.storage()).filter(key => key.startsWith('draft.'))).toEqual([])

  const hers = await town.open('killed', at('show', id))
  expect(hers.screen()).toContain('三年内起诉就来得及。')
  expect(hers.screen()).not.toContain('一套房')
  expect(JSON.stringify(await she.call('getQuestion', { id }))).not.toContain('一套房')
})

test('the time is over: the answer stays, he claims anew and goes on', async () => {
  const { phone } = await inHand(town, 'over')
  await phone.input('您的答复', '先别急，')
  town.world.clock.forward(90)
  await town.world.api.chores()
  await phone.tap(button('再留一会儿'))
  await phone.waitFor('您写的还在。重新接单后接着写')
  expect(phone.screen()).toContain('先别急，')
  await phone.tap(button('重新接单'))
  await phone.tap(button('无冲突，接单'))
  await phone.waitFor('先别急，')
  await answer(phone, '先别急，先写一封催告函。')
})

test('a text for everybody is held back while somebody could still be recognised in it', async () => {
  const { id, phone } = await inHand(town, 'published')
  await phone.input('您的答复', '三年内起诉就来得及。')
  await phone.tap('推荐为普法问答')
  await phone.input('改写后的问题', '柳塘村有人借钱不还怎么办？')
  expect(phone.screen()).toContain('还认得出，请改掉：\n地名 柳塘村')
  await phone.tap(button('答复'))
  expect(phone.screen()).toContain('改写后的文字还认得出是谁')
  expect(phone.has(button('发送答复'))).toBe(false)
  await phone.input('改写后的问题', '有借条，对方到期不还钱怎么办？')
  await phone.tap(button('答复'))
  await phone.tap(button('发送答复'))
  await phone.waitFor('居民会马上收到提醒')
  const hers = await town.open('published', at('show', id))
  expect(hers.screen()).toContain('有借条，对方到期不还钱怎么办？')
})

test('she is asked back, and what she adds comes to him first', async () => {
  const { she, id, phone } = await inHand(town, 'asked-back')
  await phone.tap(button('请居民补充'))
  await phone.tap(button('发给居民'))
  expect(phone.screen()).toContain('请写一句话')
  await phone.tap('什么时候的事？')
  await phone.tap(button('发给居民'))
  await phone.waitFor('补充后先回到您这里')
  await she.call('replyQuestion', { id, eventId: randomUUID(), words: '去年春节前' })
  await phone.tap(button('给我下一个'))
  await phone.tap(button('无冲突，接单'))
  await phone.waitFor('去年春节前')
  await answer(phone, '时效还没过。')
})

test('a paragraph that he wrote once is in the answer with one tap', async () => {
  const pieces = await town.open('adviser', { path: 'questions/pages/paragraphs/index' })
  await pieces.tap(button('加一段'))
  await pieces.input('叫什么', '起诉材料')
  await pieces.input('内容', '请带上身份证和借条。')
  await pieces.tap(button('存好'))
  await pieces.waitFor('已存好')
  const { phone } = await inHand(town, 'paragraph')
  await phone.tap('起诉材料')
  await phone.tap(button('答复'))
  expect(phone.screen()).toContain('请带上身份证和借条。')
  await phone.tap(button('发送答复'))
  await phone.waitFor('居民会马上收到提醒')
})

test('his figures hold no rating before there are five', async () => {
  const phone = await town.open('adviser', { path: 'questions/pages/figures/index' })
  expect(phone.screen()).toMatch(/已答复\n\d+ 件/)
  expect(phone.screen()).toContain('满 5 份、过一周后才显示')
})
