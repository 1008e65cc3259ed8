// Made by `npm run rooms:lists` from the rooms that are there.

import { consultations } from './consultations/room.ts'
import { inOrder } from './core/manifest.ts'
import { people } from './people/room.ts'
import { questions } from './questions/room.ts'
import { reports } from './reports/room.ts'

export const rooms = inOrder({
  consultations,
  people,
  questions,
  reports,
})
