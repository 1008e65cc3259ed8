// Made by `npm run rooms:lists` from the rooms that are there.

import { seed as consultations } from './consultations/seed.ts'
import { seed as questions } from './questions/seed.ts'
import { seed as reports } from './reports/seed.ts'
import type { Seed } from './town/seeding.ts'

export const seeds: Record<string, Seed> = {
  consultations,
  questions,
  reports,
}
