import { randomUUID } from 'node:crypto'
import type { Teller } from '../upgrade/telling.ts'
import { rooms } from './furnish.ts'

const time = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()
const slot = async (it: Teller, when: string, adviser = 'adviser', communityId = 't001v1') => ({
  ...{ adviserId: (await it.who(adviser)).id, communityId, startsAt: time(when) },
})
const holds = async (it: Teller, by: string, when: string, ...where: [string?, string?]) => {
  it.world.clock.forward(1 / 60)
  const id = randomUUID()
  await it.asks(by, 'holdSlot', { id, ...(await slot(it, when, ...where)) })
  return id
}
const reason = '借给邻居的钱到期了他不还'
const books = async (it: Teller, by: string, when: string, ...where: [string?, string?]) => {
  const id = await holds(it, by, when, ...where)
  await it.does(by, 'confirmBooking', id, when.endsWith('19:00') ? {} : { reason, otherSide: '钱多多' })
  return id
}
const legal = { place: rooms.legal.code }
const noConflict = { noConflict: true }

/** Booked on Tuesday morning, for that day and the next ones. */
export type Booked = Record<'met' | 'missed' | 'denied' | 'unsaid' | 'lecture' | 'lapsed', string>

export const beginBookings = async (it: Teller): Promise<Booked> => {
  const met = await holds(it, 'booker-1', '2026-11-24 14:00')
  await it.does('booker-1', 'extendHold', met)
  await it.does('booker-1', 'confirmBooking', met, { reason, forOther: '母亲 王桂花', mandate: true })
  await it.does('booker-1', 'attachFiles', met, { fileIds: [await it.paper('booker-1')] })
  const missed = await books(it, 'booker-2', '2026-11-24 14:40')
  const denied = await books(it, 'booker-3', '2026-11-24 15:20')
  const unsaid = await books(it, 'booker-4', '2026-11-24 16:00')
  const lapsed = await books(it, 'booker-5', '2026-11-26 14:00')
  await it.does('booker-5', 'moveBooking', lapsed, await slot(it, '2026-11-26 14:40'))
  await it.does('booker-6', 'cancelBooking', await books(it, 'booker-6', '2026-11-26 15:20'))
  await it.does('adviser', 'passBooking', await books(it, 'booker-7', '2026-11-26 16:00'))
  await holds(it, 'booker-8', '2026-11-26 14:00')
  await it.does('booker-9', 'cancelBooking', await holds(it, 'booker-9', '2026-11-26 15:20'))
  await books(it, 'booker-10', '2026-11-27 09:00')
  const leave = { id: randomUUID(), startsAt: time('2026-11-27 08:00'), endsAt: time('2026-11-27 12:00') }
  await it.asks('adviser', 'addLeave', leave)
  const lecture = await books(it, 'booker-11', '2026-11-25 19:00')
  const wish = { communityId: 't001v1', from: '2026-11-25', until: '2026-11-25' }
  await it.asks('waiter-1', 'joinWaitlist', { id: randomUUID(), ...wish })
  return { met, missed, denied, unsaid, lecture, lapsed }
}

export const meet = async (it: Teller, booked: Booked): Promise<void> => {
  await it.itIs('2026-11-24 13:50')
  await it.does('booker-1', 'arriveAtBooking', booked.met, legal)
  await it.does('adviser', 'declareBooking', booked.met, noConflict)
  await it.itIs('2026-11-24 14:31')
  await it.does('adviser', 'recordBooking', booked.met, { words: '下次带借条来', outcome: 'follow-up' })
  await it.does('booker-1', 'tellTookPlace', booked.met, { happened: true, rating: 'good' })
  await it.does('adviser', 'proposeNext', booked.met, { communityId: 't001v1', startsAt: time('2026-12-08 14:00') })
  await it.itIs('2026-11-24 15:00')
  await it.does('adviser', 'declareBooking', booked.missed, noConflict)
  await it.does('adviser', 'missBooking', booked.missed)
  await it.itIs('2026-11-24 15:36')
  await it.does('booker-3', 'tellTookPlace', booked.denied, { happened: false })
  await it.does('booker-4', 'arriveAtBooking', booked.unsaid, legal)
  await it.itIs('2026-11-24 17:30')
  const walkIn = { id: randomUUID(), placeId: rooms.legal.id, startsAt: time('2026-11-24 17:00'), minutes: 20 }
  await it.asks('adviser', 'addWalkIn', walkIn)
  await it.itIs('2026-11-25 19:10')
  await it.does('booker-11', 'arriveAtBooking', booked.lecture, { place: rooms.hall.code })
  await it.asks('hearer', 'checkIn', { id: randomUUID(), place: rooms.hall.code })
  await it.asks('justice', 'addOfficePlace', { id: randomUUID(), communityId: 't001v2', name: '村部' })
}

/** One of every state stays open; it ends while somebody sits with the lawyer. */
export const goOnWithBookings = async (it: Teller): Promise<void> => {
  const here = await books(it, 'booker-12', '2026-12-08 14:00')
  const [met, ...full] = [
    await books(it, 'booker-13', '2026-12-10 14:00'),
    await books(it, 'booker-14', '2026-12-10 14:40'),
    await books(it, 'booker-15', '2026-12-10 15:20'),
    await books(it, 'booker-16', '2026-12-10 16:00'),
  ]
  const wish = { communityId: 't001v1', from: '2026-12-10', until: '2026-12-10' }
  await it.asks('waiter-2', 'joinWaitlist', { id: randomUUID(), ...wish })
  await it.asks('waiter-3', 'joinWaitlist', { id: randomUUID(), ...wish })
  await it.does('booker-16', 'cancelBooking', full.at(-1) ?? '')
  await it.does('adviser', 'declareBooking', met, noConflict)
  await it.does('booker-14', 'attachFiles', full[0] ?? '', { fileIds: [await it.paper('booker-14')] })
  await books(it, 'booker-17', '2026-12-09 19:00')
  await books(it, 'booker-18', '2026-12-09 14:00', 'adviser-neutral', 't001v2')
  const first = await books(it, 'booker-20', '2026-12-08 14:40')
  await it.itIs('2026-12-08 13:55')
  await it.does('booker-12', 'arriveAtBooking', here, legal)
  await it.does('adviser', 'declareBooking', here, noConflict)
  await it.does('adviser', 'declareBooking', first, noConflict)
  await it.itIs('2026-12-08 15:15')
  await it.does('adviser', 'recordBooking', first, { words: '谈了', outcome: 'answered' })
  await holds(it, 'booker-19', '2026-12-15 14:00')
}
