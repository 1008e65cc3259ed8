import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'

type Wanted = { adviser: { id: string }; communityId: string; startsAt: string }

/** Which time is meant, as the server wants to hear it. */
export const wantedOf = ({ adviser, communityId, startsAt }: Wanted) => ({
  adviserId: adviser.id,
  communityId,
  startsAt,
})

/** Keeps a free time for her while she fills in the rest; returns the id of the booking. */
export const holdSlot = async (slot: Wanted) => {
  const id = await platform.newId()
  await call(bookingRoutes.holdSlot, { id, ...wantedOf(slot) })
  return id
}
