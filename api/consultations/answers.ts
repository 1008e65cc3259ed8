import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { room } from '../core/handler.ts'
import { declareBooking, missBooking, passBooking, recordBooking } from './adviser.ts'
import { arriveAtBooking, cancelBooking, extendHold, tellTookPlace } from './asker.ts'
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
