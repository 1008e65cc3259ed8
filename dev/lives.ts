// Made by `npm run rooms:lists` from the rooms that are there.

import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import { bookingStates } from '@huiyin/shared/consultations/booking-states.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import { questionStates } from '@huiyin/shared/questions/question-states.ts'
import { reportLife } from '@huiyin/shared/reports/report-life.ts'
import { reportStates } from '@huiyin/shared/reports/report-states.ts'
import { anyLife } from './any-life.ts'

export const lives = [
  anyLife('booking', 'consultations', bookingLife, bookingStates),
  anyLife('question', 'questions', questionLife, questionStates),
  anyLife('report', 'reports', reportLife, reportStates),
]
