import { randomUUID } from 'node:crypto'
import { rooms } from '../support/office.ts'
import type { Teller } from './telling.ts'

/** What lies around the matters: homes, permissions, an adviser's own things. */
export const furnish = async (it: Teller): Promise<void> => {
  await it.asks('resident', 'setHome', { buildingId: 't001v1g1b1' })
  const { items } = (await it.asks('worker', 'listPermits', {})) as { items: { templateId: string }[] }
  for (const { templateId } of items) it.world.wechat.control.credits('worker', templateId, 1)
  const results = Object.fromEntries(items.map(each => [each.templateId, 'accept']))
  await it.asks('worker', 'recordPermits', { id: randomUUID(), results })
  await it.asks('worker', 'recordEmployee', { accepted: true })
  await it.asks('resident', 'setSpeechConsent', { agreed: true })
  const paragraph = { id: randomUUID(), title: '催款', words: '先发书面催款函，写明期限。' }
  await it.asks('adviser', 'setParagraphs', { items: [paragraph] })
  await it.asks('adviser', 'publishContact', { phone: '0571-0000002', photoId: null })
  await it.asks('adviser', 'renewCalendar', {})
  const where = { communityId: 't001v1', placeId: rooms.legal.id, mode: 'phone', from: 540, to: 600 }
  const how = { slotMinutes: 30, bufferMinutes: 0, noticeMinutes: 0, horizonDays: 14, capacity: 1 }
  await it.asks('adviser', 'setExtraHours', { id: randomUUID(), ...where, ...how, day: '2026-12-12' })
  const weekly = { id: randomUUID(), ...where, ...how, weekday: 7, onDaysOff: false }
  await it.asks('adviser', 'setOfficeHours', weekly)
}
