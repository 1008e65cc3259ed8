import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import { waitlistRoutes } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { room } from '../core/handler.ts'
import { declareBooking, missBooking, passBooking, recordBooking } from './adviser.ts'
import { arriveAtBooking, attachFiles, cancelBooking, extendHold, tellTookPlace } from './asker.ts'
import { endCalendar, readCalendar, renewCalendar } from './calendar-feed.ts'
import { checkIn } from './check-in.ts'
import { confirmBooking, moveBooking } from './confirm-booking.ts'
import { publishContact } from './contact.ts'
import { listCoverage, listMonths } from './coverage.ts'
import { listSlots, listVillageAdvisers } from './free-slots.ts'
import { getBooking, listMyBookings } from './get-booking.ts'
import { holdSlot } from './hold-slot.ts'
import { addLeave, addWalkIn, endLeave, listTownshipAdvisers } from './leave.ts'
import { listWeek } from './list-week.ts'
import { endExtraHours, endOfficeHours, listOfficeHours, setExtraHours, setOfficeHours } from './office-hours.ts'
import { addOfficePlace, getPlaceCode, listOfficePlaces, readPoster, retireOfficePlace } from './office-places.ts'
import { proposeNext } from './propose-next.ts'
import { exportRecord, readSheet } from './service-record.ts'
import { getVideoCall } from './video-call.ts'
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
  attachFiles,
  checkIn,
  tellTookPlace,
})

export const officeRoom = room(officeRoutes, {
  listWeek,
  listOfficeHours,
  publishContact,
  setOfficeHours,
  endOfficeHours,
  setExtraHours,
  endExtraHours,
  addLeave,
  endLeave,
  addWalkIn,
  declareBooking,
  passBooking,
  recordBooking,
  missBooking,
  proposeNext,
  getVideoCall,
})

export const townshipRoom = room(townshipRoutes, {
  listCoverage,
  listMonths,
  listTownshipAdvisers,
  addOfficePlace,
  listOfficePlaces,
  retireOfficePlace,
  getPlaceCode,
  readPoster,
})

export const waitlistRoom = room(waitlistRoutes, { joinWaitlist, listWaitlist, leaveWaitlist })

export const recordRoom = room(recordRoutes, { renewCalendar, endCalendar, readCalendar, exportRecord, readSheet })
