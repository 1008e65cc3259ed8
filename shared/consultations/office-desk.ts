import * as z from 'zod/mini'
import { At, Code, Id } from '../core/fields.ts'
import { BookingStateName, Day, ModeName, OutcomeName } from './booking.ts'
import { contactNumber } from './contact-number.ts'

const Minute = z.int().check(z.minimum(0), z.maximum(1440))

/** Where one meets. `code`: what its check-in poster shows. */
export const OfficePlace = z.object({
  id: Id,
  communityId: Code,
  village: z.string(),
  name: z.string(),
  code: z.string(),
})
export type OfficePlace = z.infer<typeof OfficePlace>

/** Where, how and how long. Minutes of the day in Shanghai; `capacity` above 1 is a lecture. */
const hoursShape = {
  communityId: Code,
  placeId: Id,
  mode: ModeName,
  from: Minute,
  to: Minute,
  slotMinutes: z.int().check(z.minimum(10), z.maximum(240)),
  bufferMinutes: z.int().check(z.minimum(0), z.maximum(120)),
  noticeMinutes: z.int().check(z.minimum(0), z.maximum(20_160)),
  horizonDays: z.int().check(z.minimum(1), z.maximum(90)),
  capacity: z.int().check(z.minimum(1), z.maximum(200)),
}

/** Hours of a week. `weekday` 1 (Monday) to 7; `onDaysOff`: on public holidays too. */
export const officeHoursShape = {
  ...hoursShape,
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  onDaysOff: z.boolean(),
}
export const OfficeHours = z.object({ id: Id, village: z.string(), place: z.string(), ...officeHoursShape })
export type OfficeHours = z.infer<typeof OfficeHours>

/** Hours of one day beside the weekly ones. */
export const extraHoursShape = { ...hoursShape, day: Day }
export const ExtraHours = z.object({ id: Id, village: z.string(), place: z.string(), ...extraHoursShape })
export type ExtraHours = z.infer<typeof ExtraHours>

/** Leave: nothing can be booked then, and what was booked is called off with a notice. */
export const Leave = z.object({ id: Id, startsAt: At, endsAt: At })
export type Leave = z.infer<typeof Leave>

/** An adviser as his township's justice office knows him: where he serves, and when he is away. */
export const TownshipAdviser = z.object({
  id: Id,
  name: z.string(),
  firm: z.nullable(z.string()),
  villages: z.array(z.string()),
  leaves: z.array(Leave),
})
export type TownshipAdviser = z.infer<typeof TownshipAdviser>

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

/** One village in a month. Minutes; `unconfirmed`: met, but she has not said so yet; `denied`: times that she said nobody was there. `needed`: the county's rule. */
export const Coverage = z.object({
  communityId: Code,
  village: z.string(),
  adviser: z.nullable(z.string()),
  confirmed: z.int(),
  unconfirmed: z.int(),
  walkIns: z.int(),
  lectures: z.int(),
  denied: z.int(),
  needed: z.int(),
})
export type Coverage = z.infer<typeof Coverage>

export const Month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/))

/** A whole township in one month: minutes, lectures, and how many of its villages had anything at all. */
export const TownshipMonth = z.object({
  month: Month,
  confirmed: z.int(),
  unconfirmed: z.int(),
  walkIns: z.int(),
  lectures: z.int(),
  served: z.int(),
  villages: z.int(),
  /** Null below five, and until a week after the month: nobody is to find out who gave which. */
  ratings: z.nullable(z.object({ good: z.int(), fair: z.int(), poor: z.int() })),
})
export type TownshipMonth = z.infer<typeof TownshipMonth>

/** What an adviser lets his villages see. null: none is published. */
export const officeContactShape = {
  phone: z.nullable(z.string().check(z.regex(contactNumber))),
  /** One of his own photos. */
  photoId: z.nullable(Id),
}

/** `photo`: residents see it once it has passed the platform's check. */
export const OfficeContact = z.object({
  ...officeContactShape,
  photo: z.enum(['none', 'waiting', 'shown', 'refused']),
  photoUrl: z.nullable(z.string()),
})
export type OfficeContact = z.infer<typeof OfficeContact>

/** `account`: what WeChat knows the person by, in this mini-program alone. */
const Party = z.object({ nickname: z.string(), account: z.string() })
/** What WeChat's 1v1 call asks for: the adviser calls, she answers. Nicknames as both see them, without anybody's name of hers. */
export const VideoCall = z.object({ caller: Party, listener: Party })
export type VideoCall = z.infer<typeof VideoCall>
