import type { Outside } from '@huiyin/api/core/outside.ts'
import { type LostFiles, listLostFiles, tellOfBooking } from '@huiyin/db/consultations/lost-file-queries.ts'
import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import { factsOf, tellAdviser, tellAsker } from '../notices.ts'
import { type BookingHand, takeUp } from '../take-up.ts'

/** Papers that will not come any more: whoever announced them is told once, and the adviser of hers if he may read them by then. */
export const tellLostFiles = async ({ db, now }: Pick<Outside, 'db' | 'now'>): Promise<void> => {
  const since = new Date(now().getTime() - photoLimits.awaitedDays * 86_400_000)
  for (const it of await listLostFiles(db, since, 100)) {
    const hand = await takeUp({ db, now: now() }, it.bookingId)
    await tellOfBooking(db, it.bookingId, noticesFor(hand, it), it.fileId, now())
  }
}

const noticesFor = (hand: BookingHand, { ownerId }: LostFiles) => {
  const facts = factsOf(hand)
  if (ownerId !== hand.booking.personId) return tellAdviser('task-booking-own-files-lost', facts)
  return [
    ...tellAsker(ownerId, 'booking-files-lost', facts),
    ...(hand.it.declared ? tellAdviser('task-booking-files-lost', facts) : []),
  ]
}
