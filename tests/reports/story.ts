import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { consentVersion } from '@huiyin/shared/reports/publication.ts'
import { sql } from 'drizzle-orm'
import type { Teller } from '../upgrade/telling.ts'

const files = async (it: Teller, by: string, words: string, more: object = {}) => {
  it.world.clock.forward(1 / 60)
  const id = randomUUID()
  await it.asks(by, 'fileReport', { id, words, buildingId: 't001v1g1b1', ...more })
  return id
}
const mends = async (it: Teller, id: string, by = 'worker') => {
  await it.does(by, 'acceptReport', id)
  await it.does(by, 'resolveReport', id, { words: '修好了', photoIds: [await it.photo(by)] })
}
const closes = async (it: Teller, id: string, rating = 'good', by = 'resident') => {
  await mends(it, id)
  await it.does(by, 'confirmReport', id, { rating, words: rating === 'poor' ? '等得太久' : undefined })
}

/** Reported with a photo, joined, noted on, handled together with the water company, closed, shown to all and complained of. */
const shownToAll = async (it: Teller) => {
  const before = await it.photo('resident')
  const id = await files(it, 'resident', '三单元门口水管漏水', { photoIds: [before], placeWords: '三单元 301' })
  await it.does('neighbour', 'joinReport', id)
  await it.does('resident', 'noteReport', id, { words: '水更大了', photoIds: [await it.photo('resident')] })
  await it.does('worker', 'acceptReport', id)
  await it.does('worker', 'noteReport', id, { words: '先关总阀', staffOnly: true })
  await it.does('worker', 'startReport', id)
  await it.does('worker', 'dispatchReport', id, { unitId: 'u-water', words: '请派人' })
  await it.does('partner', 'finishReport', id, { words: '阀门换好了', photoIds: [await it.photo('partner')] })
  const after = await it.photo('worker')
  await it.does('worker', 'resolveReport', id, { words: '已修好', photoIds: [after] })
  await it.does('resident', 'confirmReport', id, { rating: 'good', words: '很快' })
  await it.world.settle()
  await rowsOf(
    it.world.outside.db,
    sql`update photos set check_state = 'pass' where id in (${before}::uuid, ${after}::uuid)`,
  )
  await it.asks('resident', 'allowPublication', { id, consentId: randomUUID(), version: consentVersion })
  const rects = [{ x: 0.25, y: 0.25, width: 0.5, height: 0.5 }]
  const photos = [
    { photoId: before, side: 'before', rects },
    { photoId: after, side: 'after', rects: [] },
  ]
  const published = (await it.does('officer', 'publishReport', id, { photos, looked: true })) as { id: string }
  await it.does('stranger', 'complainPublished', published.id, { reason: 'other' })
  await it.does('officer', 'restorePublication', id)
}

/** Ends in every way there is; what is left to do is done by the clock in the next two weeks. */
export const beginReports = async (it: Teller): Promise<void> => {
  await it.asks('resident', 'bindPhone', { code: it.world.wechat.control.registerPhoneCode('resident', '13800138000') })
  await shownToAll(it)
  const twice = await files(it, 'resident', '门口堆了杂物')
  await it.does('worker', 'returnReport', twice, { words: '不归我' })
  await it.does('lead', 'returnReport', twice, { words: '不归村里' })
  await it.does('officer', 'assignReport', twice, { gridId: 't001v1g2', words: '楼在第2网格' })
  const supervised = await files(it, 'neighbour', '井盖松了')
  await it.does('worker', 'acceptReport', supervised)
  await it.does('officer', 'superviseReport', supervised, { words: '请抓紧' })
  await it.does('worker-next-grid', 'revealReporter', twice, { reason: '要请她到现场指认' })
  await closes(it, await files(it, 'resident', '一楼漏水'), 'poor')
  const visited = await files(it, 'resident', '路面有坑')
  await closes(it, visited, 'poor')
  await it.does('officer', 'recordVisit', visited, { result: 'solved', words: '电话里问过，已经好了' })
  const notSolved = await files(it, 'resident', '路灯不亮')
  await closes(it, notSolved, 'poor')
  await it.does('officer', 'recordVisit', notSolved, { result: 'not-solved', words: '到现场看，还是不亮' })
  const again = await files(it, 'resident', '楼道里很吵')
  await mends(it, again)
  await it.does('resident', 'reopenReport', again, { words: '还是很吵' })
  await it.does('resident', 'withdrawReport', await files(it, 'resident', '不用了'))
  await mends(it, await files(it, 'neighbour', '垃圾没有人收'))
  await files(it, 'neighbour', '停车堵住了门', { buildingId: 't001v1g2b1' })
  await closes(it, await files(it, 'resident', '装修噪音'), 'fair')
  await closes(it, await files(it, 'resident', '下水堵塞', { buildingId: 't001v1g1b2' }))
}

/** Two weeks later: what was asked is answered, what was closed comes back, and of every state one stays open. */
export const goOnWithReports = async (it: Teller): Promise<void> => {
  await files(it, 'neighbour', '下水堵塞', { buildingId: 't001v1g1b2' })
  const { items } = (await it.asks('resident', 'listMyReports', { limit: 50 })) as {
    items: { id: string; state: string }[]
  }
  const closed = items.filter(each => each.state === 'closed')
  const asked = []
  for (const { id } of closed)
    if (((await it.asks('resident', 'getReport', { id })) as { asksStill: boolean }).asksStill) asked.push(id)
  await it.does('resident', 'answerStill', asked[0] ?? '', { answer: 'fine' })
  await it.does('resident', 'answerStill', asked[1] ?? '', { answer: 'broken', words: '又坏了' })
  await files(it, 'resident', '燃气味道很大', { danger: true, placeWords: '二楼' })
  await files(it, 'resident', '想问个事', { buildingId: undefined, point: { lng: 117.2062, lat: 31.5021 } })
  const returned = await files(it, 'resident', '树枝挡住了窗')
  await it.does('worker', 'returnReport', returned, { words: '归园林' })
  const accepted = await files(it, 'resident', '台阶坏了')
  await it.does('worker-mate', 'acceptReport', accepted)
  const working = await files(it, 'resident', '护栏松动')
  await it.does('worker', 'acceptReport', working)
  await it.does('worker', 'startReport', working)
  const dispatched = await files(it, 'neighbour', '停水了')
  await it.does('worker', 'acceptReport', dispatched)
  await it.does('worker', 'dispatchReport', dispatched, { unitId: 'u-water' })
  await it.does('resident', 'joinReport', dispatched)
  const supervised = await files(it, 'neighbour', '电线垂下来了')
  await it.does('supervisor', 'superviseReport', supervised, { words: '请当天处理', hours: 48 })
  await mends(it, await files(it, 'resident', '狗叫扰民'))
  const again = await files(it, 'resident', '广场舞太吵')
  await mends(it, again)
  await it.does('resident', 'reopenReport', again, { words: '昨晚又吵' })
  await closes(it, await files(it, 'resident', '飞线充电'), 'poor')
}
