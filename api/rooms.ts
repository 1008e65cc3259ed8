// Made by `npm run rooms:lists` from the rooms that are there.

import { alerts } from './alerts/room.ts'
import { consultations } from './consultations/room.ts'
import { crashes } from './crashes/room.ts'
import { grids } from './grids/room.ts'
import { inOrder } from './manifest.ts'
import { people } from './people/room.ts'
import { photos } from './photos/room.ts'
import { questions } from './questions/room.ts'
import { reports } from './reports/room.ts'

export const rooms = inOrder({
  alerts,
  consultations,
  crashes,
  grids,
  people,
  photos,
  questions,
  reports,
})
