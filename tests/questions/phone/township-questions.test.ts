import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { answer, asked, at, clearLeft, queue, story } from './answering.ts'

/** The township looks after what is late, and reads only where she sees it. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
})
afterEach(async () => {
  town.closeAll()
  await clearLeft()
})
afterAll(() => town.close())

test('the township gives a late question to an adviser, who hears of it', async () => {
  const { id } = await asked(town, 'late')
  town.world.clock.forward(3 * 24 * 60)
  await town.world.api.chores()
  const office = await town.world.someone('justice')
  const { items } = await office.call('listAdvisers', { township: 't001' })
  const mate = await town.world.someone('adviser-mate')
  const chosen = items.find(it => it.id === mate.id)
  const desk = await town.open('justice', { path: 'questions/pages/desk/index' })
  expect(desk.screen()).toContain('答复已超时')
  expect(desk.screen()).not.toContain('两万块')
  await desk.tap(button('指派'))
  await desk.tap(`${chosen?.title} ${chosen?.name}`)
  await desk.waitFor('已指派')
  expect((await mate.call('listAlerts', {})).items.map(alert => alert.title)).toContain('司法所请您答复')
  const phone = await town.open('adviser-mate', at('card', id))
  await phone.tap(button('无冲突，接单'))
  await phone.waitFor(story)
  await answer(phone, '对不起，让您久等了。可以起诉。')
})

test('the township looks only with a reason, and she reads who looked and why', async () => {
  const { id } = await asked(town, 'looked-at')
  town.world.clock.forward(3 * 24 * 60)
  const desk = await town.open('justice', { path: 'questions/pages/desk/index' })
  await desk.tap(button('查看内容'))
  expect(desk.screen()).toContain('居民看得到谁看过、为什么看')
  await desk.tap(button('记下原因，查看内容'))
  expect(desk.screen()).toContain('请写一句话')
  expect(town.line.asked).not.toContain(`POST /api/questions/${id}/read`)
  await desk.tap('超时没人答，了解情况')
  await desk.tap(button('记下原因，查看内容'))
  await desk.waitFor(story)
  await desk.tap(button('看完了'))
  expect(desk.screen()).not.toContain(story)
  const hers = await town.open('looked-at', at('show', id))
  expect(hers.screen()).toContain('超时没人答，了解情况')
})

test('nobody else is let in', async () => {
  const phone = await town.open('worker', queue)
  expect(phone.screen()).toContain('这里仅限法律顾问和司法所')
  expect(phone.has(button('给我下一个'))).toBe(false)
})
