import type { ClockKind } from '@huiyin/shared/core/working-time.ts'
import { type Beginning, beginning } from '../core/beginnings.ts'
import { deadlines } from './tables.ts'

type Terms = Record<string, Record<string, readonly [minutes: number, clock: ClockKind]>>

/** The terms of a room, by whose they are and by stage, as every county begins with them. */
export const beginningTerms = (terms: Terms): Beginning =>
  beginning(
    deadlines,
    Object.entries(terms).flatMap(([subject, stages]) =>
      Object.entries(stages).map(([stage, [minutes, clock]]) => ({ scope: '*', subject, stage, minutes, clock })),
    ),
  )
