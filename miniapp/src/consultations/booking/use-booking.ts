import type { Booking, FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import { useState } from 'react'
import { askPermits } from '@/core/ask-permits.ts'
import { platform } from '@/core/device/platform.ts'
import { goOnTo } from '@/core/go-to.ts'
import { useMe } from '@/core/me.ts'
import { useRefresh } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'
import { useForm } from '@/core/sending/use-form.ts'
import { call } from '@/core/sending/wire.ts'
import { toLacking } from '@/core/to-top.ts'
import { say } from '@/core/toast.ts'
import { bookingWords } from '../words.ts'
import { type BookingForm, blankForm, isBlank, isSecret, lacking, saidIn, type Wrong } from './booking-form.ts'
import { holdSlot } from './hold-slot.ts'
import { useTaken } from './taken.ts'

type Filling = ReturnType<typeof useFilling>
const useFilling = () => useForm<BookingForm, Wrong>('booking', blankForm, { isUntouched: isBlank, isSecret })

/** What she says becomes the booking. */
const useConfirming = ({ id }: Booking, { form, drop }: Filling) => {
  const home = useMe().data?.home
  const refresh = useRefresh()
  return async () => {
    // The committee that she means is her own village's, wherever the lawyer is met.
    const committeeOf = form.againstCommittee && home ? { committeeOf: home.communityId } : {}
    const said = { ...saidIn(form), ...committeeOf }
    const once = async () => call(bookingRoutes.confirmBooking, { id, eventId: await platform.newId(), ...said })
    await once().catch(failed => {
      // The kept time ran out this very moment; perhaps it is still free.
      if (problemOf(failed).code !== 'moved-meanwhile') throw failed
      return once()
    })
    refresh(bookingRoutes.listMyBookings, bookingRoutes.getBooking, bookingRoutes.listSlots)
    await drop()
    say(bookingWords.book.booked)
    await goOnTo(bookingPages.show, { id })
  }
}

/** The ways to another time; what she wrote comes along. */
const useOtherTimes = ({ id, communityId }: Booking) => {
  const refresh = useRefresh()
  const pick = async (slot: FreeSlot) => goOnTo(bookingPages.book, { id: await holdSlot(slot) })
  /** Lets this time go and looks for another. */
  const elsewhere = async (wide: boolean) => {
    // What could not be let go is free again by itself when its minutes are over.
    await call(bookingRoutes.cancelBooking, { id, eventId: await platform.newId() }).catch(() => undefined)
    refresh(bookingRoutes.listMyBookings, bookingRoutes.listSlots)
    await goOnTo(bookingPages.find, { village: communityId, ...(wide && { wide: '1' }) })
  }
  return { pick, elsewhere }
}

/** From the held time to the confirmed one: what she fills in, and every way on from there. */
export const useBooking = (booking: Booking) => {
  const filling = useFilling()
  const { form, put, wrong, setWrong } = filling
  const confirm = useConfirming(booking, filling)
  const { pick, elsewhere } = useOtherTimes(booking)
  /** The lawyer is paid by the committee that she has a matter with. */
  const [neutral, setNeutral] = useState<Problem>()
  const { taken, attempt, close } = useTaken()
  const refresh = useRefresh()
  const noted = (failed: unknown) => {
    const problem = problemOf(failed)
    // Perhaps confirmed already, by a tap whose answer was lost: then the page goes on by itself.
    if (problem.code === 'wrong-state') refresh(bookingRoutes.getBooking)
    if (problem.code !== 'neutral-adviser-needed') throw failed
    setNeutral(problem)
  }
  const submit = () => {
    const missing = lacking(form, booking)
    setWrong(missing)
    if (missing) {
      toLacking()
      return say(missing.said)
    }
    // Nothing may be awaited before this: WeChat only asks inside the tap.
    const asked = askPermits(['progress', 'done'])
    return attempt(() => asked.then(confirm).catch(noted))
  }
  return {
    form,
    put,
    wrong,
    submit,
    pick: (slot: FreeSlot) => attempt(() => pick(slot)),
    elsewhere,
    taken,
    close,
    neutral,
    closeNeutral: () => setNeutral(undefined),
  }
}
