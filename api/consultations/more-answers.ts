import { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { waitlistRoutes } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { room } from '../core/handler.ts'
import { endCalendar, readCalendar, renewCalendar } from './calendar-feed.ts'
import { exportRecord, readSheet } from './service-record.ts'
import { joinWaitlist, leaveWaitlist, listWaitlist } from './waitlist.ts'

export const waitlistRoom = room(waitlistRoutes, { joinWaitlist, listWaitlist, leaveWaitlist })

export const recordRoom = room(recordRoutes, { renewCalendar, endCalendar, readCalendar, exportRecord, readSheet })
