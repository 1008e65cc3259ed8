import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { room } from '../core/handler.ts'
import { countUnread, listAlerts, listPermits, markRead, recordPermits } from './inbox.ts'

export const alertRoom = room(alertRoutes, { listAlerts, countUnread, markRead, listPermits, recordPermits })
