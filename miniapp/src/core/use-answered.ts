import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { useEffect } from 'react'
import { showUnread } from './badge.ts'
import { useRefresh } from './query.tsx'
import { call } from './sending/wire.ts'

/** Opening a matter answers its alerts, by whichever way she came: nobody is rung about it any more. */
export const useAnswered = (matterId: string | undefined) => {
  const refresh = useRefresh()
  useEffect(() => {
    if (!matterId) return
    const answer = async () => {
      const { unread } = await call(alertRoutes.markRead, { matterId })
      showUnread(unread)
      refresh(alertRoutes.listInbox, alertRoutes.listAlerts, alertRoutes.countUnread)
    }
    // Its messages stay unread, and are read with the next opening.
    void answer().catch(() => undefined)
  }, [matterId, refresh])
}
