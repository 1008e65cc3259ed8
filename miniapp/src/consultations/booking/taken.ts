import { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useRefresh } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'

const WithChoices = z.object({ code: z.literal('slot-taken'), choices: z._default(z.array(FreeSlot), []) })

/** The nearest free times that come with the refusal of one that is gone; undefined for any other trouble. */
const choicesIn = (failed: unknown): FreeSlot[] | undefined => z.safeParse(WithChoices, problemOf(failed)).data?.choices

/** Tries for a time; when somebody was quicker, `choices` are the nearest that are left. */
export const useTaken = () => {
  const [choices, setChoices] = useState<FreeSlot[]>()
  const refresh = useRefresh()
  const attempt = async (work: () => Promise<unknown>) => {
    setChoices(undefined)
    try {
      await work()
    } catch (failed) {
      const left = choicesIn(failed)
      if (!left) throw failed
      refresh(bookingRoutes.listSlots)
      setChoices(left)
    }
  }
  return { choices, attempt, close: () => setChoices(undefined) }
}
