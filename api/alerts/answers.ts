import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { rescueRoutes } from '@huiyin/shared/alerts/rescue-routes.ts'
import { room } from '../core/handler.ts'
import { countUnread } from './count-unread.ts'
import { getHealth } from './get-health.ts'
import { listAlerts } from './list-alerts.ts'
import { listCalls } from './list-calls.ts'
import { listInbox } from './list-inbox.ts'
import { listPermits } from './list-permits.ts'
import { listRescuePhones } from './list-rescue-phones.ts'
import { markCalled } from './mark-called.ts'
import { markRead } from './mark-read.ts'
import { recordEmployee } from './record-employee.ts'
import { recordPermits } from './record-permits.ts'
import { revealCall } from './reveal-call.ts'

export const alertRoom = room(alertRoutes, {
  listAlerts,
  listInbox,
  countUnread,
  markRead,
  listPermits,
  recordEmployee,
  recordPermits,
  getHealth,
  listCalls,
  markCalled,
  revealCall,
})

export const rescueRoom = room(rescueRoutes, { listRescuePhones })
