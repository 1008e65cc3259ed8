// Made by `npm run rooms:lists` from the rooms that are there.

import { beginnings as alerts } from './alerts/beginning-queries.ts'
import { beginnings as consultations } from './consultations/beginning-queries.ts'
import type { Beginnings } from './core/beginnings.ts'
import { beginnings as questions } from './questions/beginning-queries.ts'
import { beginnings as reports } from './reports/beginning-queries.ts'

export const beginningsOf: Record<string, Beginnings> = {
  alerts,
  consultations,
  questions,
  reports,
}
