// Made by `npm run rooms:lists` from the rooms that are there.

import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { personPages } from '@huiyin/shared/people/person-pages.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'

export const roomPages = {
  consultations: bookingPages,
  people: personPages,
  questions: questionPages,
  reports: reportPages,
}
