import { setRescuePhone } from '@huiyin/db/alerts/phone-queries.ts'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onlyReportOf } from './steps.ts'

/** What she writes is dangerous: whom to ring comes first, why is said, and she has the last word. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
  await setRescuePhone(town.world.outside.db, '*', 'gas', { title: '云溪燃气', phone: '0310-7654321' })
})
afterEach(() => town.closeAll())
afterAll(() => town.close())

const writes = async (openid: string, words: string) => {
  const she = await resident(town, openid)
  const phone = await town.open(openid, { path: 'reports/pages/new/index' })
  await phone.input('说一句', words)
  return { she, phone }
}

test('gas: the county’s company and 119 before filing, and one tap files it as urgent', async () => {
  const { she, phone } = await writes('resident', '楼道里好大的煤气味')
  await phone.waitFor('先打电话，再提交')
  await phone.waitFor('拨打 0310-7654321 云溪燃气')
  expect(phone.screen()).toMatch(/您写了「[^」]*煤气味」，按紧急处理/)
  await phone.tap('拨打 0310-7654321 云溪燃气')
  expect(phone.calls('makePhoneCall')).toEqual([{ phoneNumber: '0310-7654321' }])
  await phone.tap('按紧急提交')
  await phone.waitFor('收到了')
  const filed = await onlyReportOf(she)
  expect(filed).toMatchObject({ urgency: 'urgent' })
})

test('she says that it is not urgent, and it is filed as usual; of another danger she is told again', async () => {
  const { she, phone } = await writes('neighbour', '楼上漏水漏到我家')
  await phone.waitFor('不急，按一般事项报')
  await phone.tap('不急，按一般事项报')
  expect(phone.screen()).not.toContain('按紧急')
  await phone.input('说一句', '楼上着火了，浓烟滚滚')
  await phone.waitFor('先打电话，再提交')
  await phone.tap('不急，按一般事项报')
  await phone.tap('提交')
  await phone.waitFor('收到了')
  expect(await onlyReportOf(she)).toMatchObject({ urgency: 'normal' })
})
