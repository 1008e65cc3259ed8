import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import type { BookingEvent, BookingState } from '@huiyin/shared/consultations/booking-states.ts'
import type { Mode } from '@huiyin/shared/consultations/modes.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import type { TimelineStep } from '@/core/components/timeline-step.ts'
import { bookingWords, comingSeals, comingWords, eventWords, heardWords } from '../words.ts'

const words = bookingWords.show

/** What is no step of the matter itself. */
const unsaid: readonly BookingEvent[] = ['hold', 'extend', 'declare', 'remind', 'expire']

const coming: Partial<Record<BookingState, (keyof typeof comingWords)[]>> = {
  booked: ['arrive', 'meet', 'confirm'],
  here: ['meet', 'confirm'],
  met: ['confirm'],
}

type BookingCourse = Pick<Booking, 'state' | 'steps' | 'capacity'> & { mode: Mode }
type Step = Omit<TimelineStep, 'inside'> & { at?: string; by?: string }

/** What has happened, and what is still to come. */
export const stepsOf = ({ state, steps, mode, capacity }: BookingCourse): Step[] => {
  const lecture = isLecture({ capacity })
  const done = steps
    .filter(({ event }) => !unsaid.includes(event))
    .map(({ event, at }): Step => {
      const [seal, name] = lecture && event === 'confirm' ? heardWords : eventWords[event]
      return { name, seal, at, state: 'done', stateWords: '' }
    })
  const left = (coming[state] ?? []).filter(what => (what === 'arrive' ? mode === 'onsite' : !lecture))
  return [
    ...done,
    ...left.map((what, n): Step => {
      const now = state === 'met' && n === 0
      const stateWords = now ? words.nowSpoken : words.nextSpoken
      return { name: comingWords[what], seal: comingSeals[what], state: now ? 'now' : 'next', stateWords }
    }),
  ]
}
