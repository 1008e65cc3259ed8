// Made by `npm run rooms:lists` from the rooms that are there.

import { looks as consultations } from '../consultations/browser/looks.ts'
import { looks as questions } from '../questions/browser/looks.ts'
import { looks as reports } from '../reports/browser/looks.ts'
import type { Looks } from '../support/looks.ts'

export const looksOf: Record<string, Looks> = {
  consultations,
  questions,
  reports,
}
