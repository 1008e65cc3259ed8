import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { button, lookAgain, resident } from '@huiyin/tests/support/steps.ts'
import { type Someone, tap } from '@huiyin/tests/support/world.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { at, books, itIs, kindsTold } from '../booking.ts'

/** What goes along with a consultation: papers, and the next time. */
let town: Phones
let adviser: Someone
beforeAll(async () => {
  town = await openPhones()
  adviser = await town.world.someone('adviser')
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const show = (id: string) => ({ path: `consultations/pages/show/index?id=${id}` })

test('she shows him her contract beforehand; he sees it once he has declared', async () => {
  const asker = await resident(town, 'with-papers')
  const id = await books(asker, at(adviser, '2026-11-26 14:00'))
  const phone = await town.open('with-papers', show(id))
  expect(phone.screen()).toContain('合同、借条可以先拍给律师看')
  await phone.tap(button('加材料'))
  phone.will('chooseMedia', await town.pictures(1))
  await phone.tap('拍照或选照片')
  await phone.waitFor(() => phone.screen().includes('已传好'))
  await phone.tap(button('附上'))
  await phone.waitFor('您给律师的')
  const adviserPhone = await town.open('adviser', show(id))
  expect(adviserPhone.screen()).not.toContain('居民给的')
  await adviserPhone.tap('没有冲突，看事由')
  await adviserPhone.waitFor('居民给的')
})

test('after the meeting he keeps his next time for her, another one where somebody was quicker, and she confirms it', async () => {
  const asker = await resident(town, 'again')
  const id = await books(asker, at(adviser, '2026-11-24 14:00'))
  await adviser.call('declareBooking', { ...tap(id), noConflict: true })
  await itIs(town.world, '2026-11-24 14:30')
  await adviser.call('recordBooking', { ...tap(id), words: '下次带借条来', outcome: 'follow-up' })
  const adviserPhone = await town.open('adviser', show(id))
  await adviserPhone.tap(button('替居民约下一次'))
  await books(await resident(town, 'quicker'), at(adviser, '2026-11-26 14:40'))
  await adviserPhone.tap('后天（周四） 14:40–15:10，当面 法律服务室')
  await adviserPhone.waitFor('这个时间刚被约走了，请点另一个')
  await adviserPhone.tap('后天（周四） 15:20–15:50，当面 法律服务室')
  await adviserPhone.waitFor(() => adviserPhone.screen().includes('已留好，等居民确认'))
  expect(await kindsTold(asker)).toContain('booking-next')
  const askerPhone = await town.open('again', { path: 'consultations/pages/mine/index' })
  await askerPhone.tap({ class: 'booking-card', text: '还没确认' })
  await askerPhone.waitFor('确认预约')
  expect(askerPhone.has('再留 10 分钟')).toBe(false)
  await askerPhone.tap('借钱不还')
  await askerPhone.tap(button('确认预约'))
  await askerPhone.waitFor(() => askerPhone.page() === 'consultations/pages/show/index' && askerPhone.has('已约好'))
  await lookAgain(adviserPhone)
  await itIs(town.world, '2026-11-24 15:00')
  expect((await adviser.call('listWeek', { from: '2026-11-26', days: 1 })).items).toHaveLength(3)
})
