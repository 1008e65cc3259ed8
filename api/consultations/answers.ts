import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import { waitlistRoutes } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { room } from '../core/handler.ts'
import { arriveAtBooking } from './booking/arrive-at-booking.ts'
import { attachFiles } from './booking/attach-files.ts'
import { cancelBooking } from './booking/cancel-booking.ts'
import { checkIn } from './booking/check-in.ts'
import { confirmBooking } from './booking/confirm-booking.ts'
import { extendHold } from './booking/extend-hold.ts'
import { getBooking } from './booking/get-booking.ts'
import { holdSlot } from './booking/hold-slot.ts'
import { joinWaitlist } from './booking/join-waitlist.ts'
import { leaveWaitlist } from './booking/leave-waitlist.ts'
import { listMyBookings } from './booking/list-my-bookings.ts'
import { listWaitlist } from './booking/list-waitlist.ts'
import { moveBooking } from './booking/move-booking.ts'
import { tellTookPlace } from './booking/tell-took-place.ts'
import { addLeave } from './offering/add-leave.ts'
import { endExtraHours } from './offering/end-extra-hours.ts'
import { endLeave } from './offering/end-leave.ts'
import { endOfficeHours } from './offering/end-office-hours.ts'
import { listOfficeHours } from './offering/list-office-hours.ts'
import { listSlots } from './offering/list-slots.ts'
import { listVillageAdvisers } from './offering/list-village-advisers.ts'
import { publishContact } from './offering/publish-contact.ts'
import { setExtraHours } from './offering/set-extra-hours.ts'
import { setOfficeHours } from './offering/set-office-hours.ts'
import { addOfficePlace } from './office/add-office-place.ts'
import { addWalkIn } from './office/add-walk-in.ts'
import { declareBooking } from './office/declare-booking.ts'
import { getPlaceCode } from './office/get-place-code.ts'
import { getVideoCall } from './office/get-video-call.ts'
import { listOfficePlaces } from './office/list-office-places.ts'
import { listTownshipAdvisers } from './office/list-township-advisers.ts'
import { listWeek } from './office/list-week.ts'
import { missBooking } from './office/miss-booking.ts'
import { passBooking } from './office/pass-booking.ts'
import { proposeNext } from './office/propose-next.ts'
import { readPoster } from './office/read-poster.ts'
import { recordBooking } from './office/record-booking.ts'
import { retireOfficePlace } from './office/retire-office-place.ts'
import { endCalendar } from './record/end-calendar.ts'
import { exportRecord } from './record/export-record.ts'
import { listCoverage } from './record/list-coverage.ts'
import { listMonths } from './record/list-months.ts'
import { readCalendar } from './record/read-calendar.ts'
import { readSheet } from './record/read-sheet.ts'
import { renewCalendar } from './record/renew-calendar.ts'

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
