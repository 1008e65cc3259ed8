import type { NewAlert } from '@huiyin/db/alerts/queries.ts'
import type { BookingInHand } from '@huiyin/db/consultations/queries.ts'
import type { Kind } from '@huiyin/shared/alerts/alert-kind.ts'
import type { Audience } from '@huiyin/shared/alerts/ladder.ts'
import type { Counsel } from '@huiyin/shared/consultations/booking.ts'
import { type BookingAlert, bookingAlerts } from '@huiyin/shared/consultations/booking-alerts.ts'
import { nameOf } from './take-up.ts'
import { alertNames } from './words.ts'

/** What alerts may know of a booking: when, where, with whom. Not a word of why. */
export type NoticeFacts = { startsAt: Date; village: string; place: string; adviser: Counsel }

export const factsOf = ({ appointment, village, place, adviser }: BookingInHand): NoticeFacts => ({
  startsAt: appointment.startsAt,
  village,
  place: place.name,
  adviser,
})

const alertTo = (recipientId: string, kind: BookingAlert, it: NoticeFacts, audience: Audience): NewAlert => {
  const { template, calls }: Kind = bookingAlerts[kind]
  return {
    recipientId,
    kind,
    fill: {
      number: '',
      kind: alertNames.booking,
      place: `${it.village}${it.place}`,
      dueAt: it.startsAt.toISOString(),
      by: nameOf(it.adviser),
    },
    urgent: false,
    template,
    audience,
    calls: calls ?? false,
  }
}

/** To an adviser: what the justice office did with his time, from when on. */
export const tellOfLeave = (adviserId: string, kind: 'leave-entered' | 'leave-ended', startsAt: Date): NewAlert[] => [
  {
    ...{ recipientId: adviserId, kind, urgent: false, audience: 'adviser', calls: false },
    fill: { number: '', kind: alertNames.leave, place: alertNames.booking, dueAt: startsAt.toISOString() },
    template: bookingAlerts[kind].template,
  },
]

export const tellAsker = (personId: string, kind: BookingAlert, facts: NoticeFacts): NewAlert[] => [
  alertTo(personId, kind, facts, 'resident'),
]

export const tellAdviser = (kind: BookingAlert, facts: NoticeFacts): NewAlert[] => [
  alertTo(facts.adviser.id, kind, facts, 'adviser'),
]
