// Made by `npm run rooms:lists` from the rooms that are there.

import { room as alerts } from '../alerts/room.ts'
import { room as consultations } from '../consultations/room.ts'
import { room as crashes } from '../crashes/room.ts'
import { room as grids } from '../grids/room.ts'
import { room as people } from '../people/room.ts'
import { room as photos } from '../photos/room.ts'
import { room as questions } from '../questions/room.ts'
import { room as reports } from '../reports/room.ts'
import type { TestRoom } from '../support/test-room.ts'

export const rooms: Record<string, TestRoom> = {
  alerts,
  consultations,
  crashes,
  grids,
  people,
  photos,
  questions,
  reports,
}
