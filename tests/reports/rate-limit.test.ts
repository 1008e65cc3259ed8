import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectProblem } from '../support/clear-problem.ts'
import { openWorld, refusal, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld({ env: { REPORTS_PER_HOUR: '3' } })
})
afterAll(() => world.close())

const filing = () => ({ id: randomUUID(), words: '楼道里堆着垃圾', buildingId: 't001v1g1b1' })

test('the fourth report of an hour has to wait, is told how long, and is not filed', async () => {
  const resident = await world.someone('resident')
  for (let n = 0; n < 3; n++) await resident.call('fileReport', filing())
  const refused = await resident.fetch('/api/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(filing()),
  })
  const seconds = Number(refused.headers.get('retry-after'))
  expect(seconds).toBeGreaterThan(3000)
  expect(seconds).toBeLessThanOrEqual(3600)
  await expectProblem(refused, 'too-many')
  expect((await resident.call('listMyReports', {})).items).toHaveLength(3)
})

test('what one person does not use up another person’s allowance', async () => {
  const neighbour = await world.someone('neighbour')
  await expect(neighbour.call('fileReport', filing())).resolves.toMatchObject({ gridName: '第1网格' })
})

test('a report sent again because its answer got lost counts once', async () => {
  const unlucky = await world.someone('unlucky')
  const input = filing()
  const first = await unlucky.call('fileReport', input)
  for (let n = 0; n < 8; n++) expect(await unlucky.call('fileReport', input)).toEqual(first)
  await unlucky.call('fileReport', filing())
  await unlucky.call('fileReport', filing())
  expect(await refusal(unlucky.call('fileReport', filing()))).toBe('too-many')
  expect(await unlucky.call('fileReport', input)).toEqual(first)
})

test('a forged sender address changes nothing', async () => {
  const sly = await world.someone('sly')
  const send = (at: number) =>
    sly.fetch('/api/reports', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${at}`, 'x-real-ip': `10.0.1.${at}` },
      body: JSON.stringify(filing()),
    })
  const statuses = []
  for (let at = 0; at < 5; at++) statuses.push((await send(at)).status)
  expect(statuses).toEqual([201, 201, 201, 429, 429])
})
