import { type BookingState, bookingStateNames } from '@huiyin/shared/consultations/booking-states.ts'
import type { Mode } from '@huiyin/shared/consultations/modes.ts'
import type { IconName } from '../core/components/icon.tsx'
import type { Tone } from '../core/components/tag.tsx'
import { officeWords } from './office-words.ts'
import { bookingWords } from './words.ts'

const looks: Record<BookingState, [IconName, Tone]> = {
  held: ['clock', 'wait'],
  booked: ['check', 'going'],
  here: ['pin', 'going'],
  met: ['pencil', 'wait'],
  confirmed: ['check', 'still'],
  missed: ['alert', 'late'],
  cancelled: ['undo', 'still'],
  expired: ['clock', 'still'],
}

/** Where one of the two has something to do, each reads it from his own side. */
const waits = { asker: bookingWords.waits, adviser: officeWords.waits }

/** How a state looks and what its reader calls it. */
export const stateLabel = ({ state, reader = 'asker' }: { state: BookingState; reader?: 'asker' | 'adviser' }) => {
  const [icon, tone] = looks[state]
  const named = state === 'held' || state === 'met' ? waits[reader][state] : bookingStateNames[state]
  return { icon, tone, words: named }
}

export const modeIcons: Record<Mode, IconName> = { onsite: 'pin', phone: 'phone', video: 'eye' }
