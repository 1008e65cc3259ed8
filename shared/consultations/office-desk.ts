import * as z from 'zod/mini'
import { At, Code, Id } from '../core/fields.ts'
import { BookingStateName, ModeName, OutcomeName } from './booking.ts'

const Minute = z.int().check(z.minimum(0), z.maximum(1440))

/** Where one meets. `code`: what the poster at the door shows. */
export const OfficePlace = z.object({
  id: Id,
  communityId: Code,
  village: z.string(),
  name: z.string(),
  code: z.string(),
})
export type OfficePlace = z.infer<typeof OfficePlace>

/** Hours of a week. `weekday` 1 (Monday) to 7; minutes of the day in Shanghai; `capacity` above 1 is a lecture. */
export const officeHoursShape = {
  communityId: Code,
  placeId: Id,
  mode: ModeName,
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  from: Minute,
  to: Minute,
  slotMinutes: z.int().check(z.minimum(10), z.maximum(240)),
  bufferMinutes: z.int().check(z.minimum(0), z.maximum(120)),
  noticeMinutes: z.int().check(z.minimum(0), z.maximum(20_160)),
  horizonDays: z.int().check(z.minimum(1), z.maximum(90)),
  capacity: z.int().check(z.minimum(1), z.maximum(200)),
  onDaysOff: z.boolean(),
}
export const OfficeHours = z.object({ id: Id, village: z.string(), place: z.string(), ...officeHoursShape })
export type OfficeHours = z.infer<typeof OfficeHours>

/** Leave: nothing can be booked then, and what was booked is called off with a notice. */
export const Leave = z.object({ id: Id, startsAt: At, endsAt: At })
export type Leave = z.infer<typeof Leave>

/** One booking in the adviser's week: no word of the reason. */
export const WeekBooking = z.object({
  id: Id,
  number: z.string(),
  state: BookingStateName,
  who: z.string(),
  declared: z.boolean(),
  outcome: z.nullable(OutcomeName),
})
export const WeekItem = z.object({
  id: Id,
  kind: z.enum(['meeting', 'lecture', 'walk-in', 'leave']),
  startsAt: At,
  endsAt: At,
  mode: z.nullable(ModeName),
  village: z.nullable(z.string()),
  place: z.nullable(z.string()),
  capacity: z.int(),
  bookings: z.array(WeekBooking),
})
export type WeekItem = z.infer<typeof WeekItem>

/** One village in a month. Minutes; `unconfirmed`: met, but she has not said so yet. `needed`: the county's rule. */
export const Coverage = z.object({
  communityId: Code,
  village: z.string(),
  adviser: z.nullable(z.string()),
  confirmed: z.int(),
  unconfirmed: z.int(),
  walkIns: z.int(),
  lectures: z.int(),
  needed: z.int(),
})
export type Coverage = z.infer<typeof Coverage>

export const Month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/))

/** A mobile number, a fixed line with its area code, or a short number. */
export const contactNumber = /^(1\d{10}|0\d{2,3}-?\d{7,8}|\d{5,8})$/

/** null: none is published. */
export const OfficeContact = z.object({ phone: z.nullable(z.string().check(z.regex(contactNumber))) })
export type OfficeContact = z.infer<typeof OfficeContact>
