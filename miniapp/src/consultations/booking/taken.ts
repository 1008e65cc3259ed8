import { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useRefresh } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'

/** The refusal of a time that is gone, as the server words it, and the nearest that are left. */
const Taken = z.object({
  code: z.literal('slot-taken'),
  title: z.string(),
  choices: z._default(z.array(FreeSlot), []),
})
export type Taken = z.infer<typeof Taken>

/** Tries for a time; `taken` when somebody was quicker. */
export const useTaken = () => {
  const [taken, setTaken] = useState<Taken>()
  const refresh = useRefresh()
  const attempt = async (work: () => Promise<unknown>) => {
    setTaken(undefined)
    try {
      await work()
    } catch (failed) {
      const { data } = z.safeParse(Taken, problemOf(failed))
      if (!data) throw failed
      refresh(bookingRoutes.listSlots)
      setTaken(data)
    }
  }
  return { taken, attempt, close: () => setTaken(undefined) }
}
