// Made by `npm run rooms:lists` from the rooms that are there.

import { bookingProblems } from './consultations/booking-problems.ts'
import { coreProblems } from './core/core-problems.ts'
import { gridProblems } from './grids/grid-problems.ts'
import { personProblems } from './people/person-problems.ts'
import { photoProblems } from './photos/photo-problems.ts'
import { questionProblems } from './questions/question-problems.ts'
import { reportProblems } from './reports/report-problems.ts'

/** Everything that this service can refuse. */
export const problems = {
  ...bookingProblems,
  ...coreProblems,
  ...gridProblems,
  ...personProblems,
  ...photoProblems,
  ...questionProblems,
  ...reportProblems,
} as const
type All = typeof problems

declare module './core/problem.ts' {
  interface KnownProblems extends All {}
}
