import type { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import { useState } from 'react'
import { useRefresh } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'

/** The refusal of a time that is gone, as the server words it, and the nearest that are left. */
export type Taken = { title: string; choices: FreeSlot[] }

const takenOf = (problem: Problem): Taken | undefined =>
  problem.code === 'slot-taken' ? { title: problem.title, choices: (problem.choices ?? []) as FreeSlot[] } : undefined

/** Tries for a time; `taken` when somebody was quicker. */
export const useTaken = () => {
  const [taken, setTaken] = useState<Taken>()
  const refresh = useRefresh()
  const attempt = async (work: () => Promise<unknown>) => {
    setTaken(undefined)
    try {
      await work()
    } catch (failed) {
      const gone = takenOf(problemOf(failed))
      if (!gone) throw failed
      refresh(bookingRoutes.listSlots)
      setTaken(gone)
    }
  }
  return { taken, attempt, close: () => setTaken(undefined) }
}
