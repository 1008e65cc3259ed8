import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { at, books } from '@huiyin/tests/consultations/booking.ts'
import { openPhones, type Phones } from '@huiyin/tests/support/phones.ts'
import { resident } from '@huiyin/tests/support/steps.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** One person with two posts: a lawyer who also goes round a grid. */
let town: Phones
beforeAll(async () => {
  town = await openPhones()
  await rowsOf(
    town.world.outside.db,
    sql`insert into postings (person_id, role, title, area_id, from_at, rank)
      select id, 'worker', '网格员', 't001v1g1', '2020-01-01', 5 from people where openid = 'adviser'`,
  )
})
afterAll(() => town.close())

test('the first screen shows the next thing of each post: what presses more stands first, what does not press last', async () => {
  const [she, adviser] = [await resident(town, 'client'), await town.world.someone('adviser')]
  await books(she, at(adviser, '2026-11-24 14:00'))
  const order = async (...said: string[]) => {
    const phone = await town.open('adviser')
    const places = said.map(it => phone.screen().indexOf(it))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  }
  await order('下一次见面', '现在没有要您办的事')
  await she.call('fileReport', { id: randomUUID(), words: '水管漏水', buildingId: 't001v1g1b1' })
  await order('受理还剩 ', '下一次见面', '现在没有等您答复的咨询')
  town.closeAll()
})
