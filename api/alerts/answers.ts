import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { room } from '../core/handler.ts'
import { countUnread, listAlerts, markRead } from './inbox.ts'
import { listPermits, recordEmployee, recordPermits } from './permits.ts'
import { getHealth, listCalls, markCalled } from './told.ts'

export const alertRoom = room(alertRoutes, {
  listAlerts,
  countUnread,
  markRead,
  listPermits,
  recordEmployee,
  recordPermits,
  getHealth,
  listCalls,
  markCalled,
})
