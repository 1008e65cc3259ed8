import { arriveAtBooking } from '@huiyin/api/consultations/booking/arrive-at-booking.ts'
import { checkIn } from '@huiyin/api/consultations/booking/check-in.ts'
import { confirmBooking } from '@huiyin/api/consultations/booking/confirm-booking.ts'
import { holdSlot } from '@huiyin/api/consultations/booking/hold-slot.ts'
import { tellTookPlace } from '@huiyin/api/consultations/booking/tell-took-place.ts'
import { listSlots } from '@huiyin/api/consultations/offering/list-slots.ts'
import { declareBooking } from '@huiyin/api/consultations/office/declare-booking.ts'
import { recordBooking } from '@huiyin/api/consultations/office/record-booking.ts'
import type { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import type { MeetingOutcome } from '@huiyin/shared/consultations/booking-states.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import type { actAs } from '../town/acting.ts'
import { createRandom } from '../town/random.ts'

const minute = 60_000
const day = 24 * 60 * minute

const stories: [reason: string, record: string, outcome: MeetingOutcome][] = [
  ['邻居盖房占了一点我家的地', '建议先请村里量地，带土地证再来', 'follow-up'],
  ['在工地干了三个月，工钱没有结', '讲了怎样向劳动监察投诉，帮写了一页', 'answered'],
  ['离婚后孩子跟谁，抚养费怎么算', '讲了协议离婚和起诉的区别', 'answered'],
  ['租出去的房子，租客两个月没给钱', '建议先调解', 'mediation'],
  ['骑车被撞，对方保险不肯赔', '符合法律援助，讲了到哪里申请', 'legal-aid'],
  ['借条写了日期，对方说过期了', '三年还没到，可以起诉', 'court'],
]

/** How it went: confirmed by her, written down by him alone, or she says that nobody came. */
type Ending = 'confirmed' | 'met' | 'denied'

export type PastVillage = { communityId: string; code: string; residents: string[] }

/** Who acts and when; chance is the same in every demo. */
type Past = { as: ReturnType<typeof actAs>; random: ReturnType<typeof createRandom>; now: Date }

const before = (at: Date, minutes: number) => new Date(at.getTime() - minutes * minute)

const slotIn = async (
  { as, now }: Past,
  communityId: string,
  personId: string,
  daysAgo: number,
  seats: 'one' | 'many',
) => {
  const at = new Date(now.getTime() - daysAgo * day)
  const { items } = await listSlots(as(personId, at), { communityId, wide: false, own: false, limit: 60 })
  return items.find(it => isLecture(it) === (seats === 'many') && new Date(it.endsAt) < before(now, 60))
}

const meet = async (
  { as, random }: Past,
  { communityId, code }: PastVillage,
  personId: string,
  slot: FreeSlot,
  ending: Ending,
) => {
  const [reason, words, outcome] = random.pick(stories)
  const [starts, ends] = [new Date(slot.startsAt), new Date(slot.endsAt)]
  const id = random.id()
  const tapped = () => ({ id, eventId: random.id() })
  const booking = as(personId, before(starts, 20 * 60))
  await holdSlot(booking, { id, communityId, adviserId: slot.adviser.id, startsAt: slot.startsAt })
  await confirmBooking(booking, { ...tapped(), reason, againstCommittee: false, mandate: false })
  if (slot.mode === 'onsite') await arriveAtBooking(as(personId, before(starts, 10)), { ...tapped(), place: code })
  if (ending === 'denied') {
    await tellTookPlace(as(personId, ends), { ...tapped(), happened: false })
    return
  }
  const adviser = as(slot.adviser.id, ends)
  await declareBooking(adviser, { ...tapped(), noConflict: true })
  await recordBooking(adviser, { ...tapped(), words, outcome })
  if (ending === 'confirmed')
    await tellTookPlace(as(personId, before(ends, -30)), { ...tapped(), happened: true, rating: 'good' })
}

/** The first time in a village that was free so many days ago. */
const meetOnce = async (past: Past, village: PastVillage, k: number, daysAgo: number, ending: Ending) => {
  const personId = village.residents[k % village.residents.length] ?? ''
  const slot = await slotIn(past, village.communityId, personId, daysAgo, 'one')
  if (slot && personId) await meet(past, village, personId, slot, ending)
}

/** What took place in the last weeks, by the very verbs of the service: meetings with their endings, and a lecture. */
export const holdPast = async (as: ReturnType<typeof actAs>, villages: readonly PastVillage[], now: Date) => {
  const random = createRandom('past consultations')
  const past = { as, random, now }
  for (const [n, village] of villages.entries()) {
    // The last of the villages had nobody: that is what the township looks for. The third has a diligent lawyer.
    const last = n === villages.length - 1
    const [times, apart] = last ? [0, 0] : n === 2 ? [9, 3] : [random.int(2, 5), 5]
    for (let month = 5; month >= 1; month--)
      if ((n + month) % 3 === 0) await meetOnce(past, village, month, 30 * month + 8, 'confirmed')
    for (let k = 0; k < times; k++)
      await meetOnce(past, village, k, 4 + k * apart, k === 0 ? 'met' : n === 1 && k === 1 ? 'denied' : 'confirmed')
    const lecture = await slotIn(past, village.communityId, village.residents[0] ?? '', 9, 'many')
    for (const personId of lecture ? village.residents.slice(0, 6) : [])
      await checkIn(as(personId, new Date(lecture?.startsAt ?? now)), { id: random.id(), place: village.code })
  }
}
