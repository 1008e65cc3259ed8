import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { waitlistRoutes } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { room } from '../core/handler.ts'
import { declareBooking, missBooking, passBooking, recordBooking } from './adviser.ts'
import { arriveAtBooking, cancelBooking, extendHold, tellTookPlace } from './asker.ts'
import { endCalendar, readCalendar, renewCalendar } from './calendar-feed.ts'
import { confirmBooking, moveBooking } from './confirm-booking.ts'
import { listSlots, listVillageAdvisers } from './free-slots.ts'
import { getBooking, listMyBookings } from './get-booking.ts'
import { holdSlot } from './hold-slot.ts'
import { addLeave, addWalkIn, endLeave } from './leave.ts'
import {
  addOfficePlace,
  endOfficeHours,
  listCoverage,
  listOfficeHours,
  listWeek,
  publishContact,
  setOfficeHours,
} from './office-hours.ts'
import { exportRecord, readSheet } from './service-record.ts'
import { joinWaitlist, leaveWaitlist, listWaitlist } from './waitlist.ts'

export const bookingRoom = room(bookingRoutes, {
  listVillageAdvisers,
  listSlots,
  holdSlot,
  listMyBookings,
  getBooking,
  extendHold,
  confirmBooking,
  moveBooking,
  cancelBooking,
  arriveAtBooking,
  tellTookPlace,
})

export const officeRoom = room(officeRoutes, {
  listWeek,
  listOfficeHours,
  publishContact,
  setOfficeHours,
  endOfficeHours,
  addLeave,
  endLeave,
  addWalkIn,
  declareBooking,
  passBooking,
  recordBooking,
  missBooking,
  listCoverage,
  addOfficePlace,
})

export const waitlistRoom = room(waitlistRoutes, { joinWaitlist, listWaitlist, leaveWaitlist })

export const recordRoom = room(recordRoutes, { renewCalendar, endCalendar, readCalendar, exportRecord, readSheet })
