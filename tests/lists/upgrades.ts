// Made by `npm run rooms:lists` from the rooms that are there.

import { upgrade as consultations } from '../consultations/upgrade.ts'
import { upgrade as questions } from '../questions/upgrade.ts'
import { upgrade as reports } from '../reports/upgrade.ts'
import type { Upgrade } from '../upgrade/room-upgrade.ts'

export const upgrades: Record<string, Upgrade> = {
  consultations,
  questions,
  reports,
}
