import { bookingHistory } from '@huiyin/db/consultations/write-queries.ts'
import { bookingAlerts } from '@huiyin/shared/consultations/booking-alerts.ts'
import type { Manifest } from '../manifest.ts'
import { bookingRoom, officeRoom, recordRoom, townshipRoom, waitlistRoom } from './answers.ts'
import { tellLostFiles } from './booking/tell-lost-files.ts'
import { waitlistClock } from './booking/waitlist-clock.ts'
import { bookingClocks } from './consultations-clock.ts'
import { sealedTexts } from './sealed-texts.ts'
import { termNames } from './words.ts'

export const consultations: Manifest = {
  rank: 7,
  answers: () => [bookingRoom, officeRoom, townshipRoom, waitlistRoom, recordRoom],
  alerts: bookingAlerts,
  clocks: outside => [...bookingClocks, waitlistClock(outside)],
  chores: outside => ({ 'lost-papers': () => tellLostFiles(outside) }),
  history: bookingHistory,
  sealed: [sealedTexts],
  terms: termNames,
}
