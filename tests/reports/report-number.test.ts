import { randomUUID } from 'node:crypto'
import { advanceSequence } from '@huiyin/db/core/bulk.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('behind the 99,999th report every one still gets a number of its own', async () => {
  const resident = await world.someone('wang-xiuying')
  const file = () => resident.call('fileReport', { id: randomUUID(), words: '路灯不亮', buildingId: 't001v1g1b1' })
  await advanceSequence(world.outside.db, 'report_numbers', 99_998)
  const numbers = []
  for (let n = 0; n < 4; n++) numbers.push((await file()).number)
  expect(numbers).toEqual(['26112499999', '261124100000', '261124100001', '261124100002'])
})
