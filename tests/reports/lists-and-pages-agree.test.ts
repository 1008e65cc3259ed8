import type { Report } from '@huiyin/shared/reports/report.ts'
import type { ReportCard } from '@huiyin/shared/reports/report-card.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, type Town } from './cast.ts'

let town: Town
beforeAll(async () => {
  town = await openCast()
})
afterAll(() => town.world.close())

/** What a line of a list and the page behind it both tell; of her words, how they begin. */
const told = ({ state, place, level, at, dueAt, late, words }: ReportCard | Report) => {
  const begin = words?.slice(0, reportLimits.cardWords) ?? null
  return { state, place, level, at, dueAt, late, begin }
}

const agree = async (id: string) => {
  const { resident, neighbour, worker, officer } = town.who
  const lists = [
    [resident, await resident.call('listMyReports', {})],
    [neighbour, await neighbour.call('listMyReports', {})],
    [worker, await worker.call('listDesk', { desk: 't001v1g1', show: 'all' })],
    [officer, await officer.call('listDesk', { desk: 't001', show: 'all' })],
  ] as const
  const seen = await Promise.all(
    lists.map(async ([person, { items }]) => {
      const card = items.find(it => it.id === id) ?? expect.fail('not on the list')
      expect(told(card)).toEqual(told(await person.call('getReport', { id })))
      return card
    }),
  )
  const late = seen[0]?.late
  const { items } = await worker.call('listDesk', { desk: 't001v1g1', show: 'late' })
  expect(items.some(it => it.id === id)).toBe(late)
  return late
}

test('from filing to closing, a list says of a matter exactly what its page says, and calls it late when the page does', async () => {
  const { who, tap, world } = town
  const id = await town.file({ words: `水管漏水${'，一直流到楼下的院子里'.repeat(4)}`, placeWords: '三单元楼道' })
  await who.neighbour.call('joinReport', tap(id))
  const late = [await agree(id)]
  world.clock.forward(31)
  late.push(await agree(id))
  await world.api.chores()
  late.push(await agree(id))
  await who.lead.call('acceptReport', tap(id))
  late.push(await agree(id))
  world.clock.forward(24 * 60)
  late.push(await agree(id))
  const photo = await who.lead.upload()
  await who.lead.call('resolveReport', { ...tap(id), words: '修好了', photoIds: [photo.id] })
  late.push(await agree(id))
  await who.resident.call('confirmReport', { ...tap(id), rating: 'good' })
  late.push(await agree(id))
  expect(late).toEqual([false, true, true, false, true, false, false])
})
