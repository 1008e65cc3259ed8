import type { Template } from '@huiyin/shared/alerts/alert-kind.ts'
import type { Route } from '@huiyin/shared/core/route.ts'
import { useRef } from 'react'
import { platform } from '@/core/device/platform.ts'
import { requestPermits } from '@/core/permits.ts'
import { isOffline } from '@/core/sending/trouble.ts'
import { call } from '@/core/sending/wire.ts'

export const staffTemplates: Template[] = ['task', 'overdue']

/**
 * A move that needs no words. Must stand in the tap itself: work on a task is also the moment for one more message about the next.
 * Where the answer was lost on the way the next tap is the same tap.
 */
export const useAtOnce = () => {
  const kept = useRef<{ what: string; eventId: string }>()
  return async (route: Route, id: string) => {
    // Where WeChat did not ask, the list of tasks says how few messages are left, and leads on.
    void requestPermits(staffTemplates).catch(() => undefined)
    const what = `${route.path} ${id}`
    const tap = kept.current?.what === what ? kept.current : { what, eventId: await platform.newId() }
    kept.current = tap
    try {
      await call(route, { id, eventId: tap.eventId })
    } catch (failed) {
      if (!isOffline(failed)) kept.current = undefined
      throw failed
    }
    kept.current = undefined
  }
}
