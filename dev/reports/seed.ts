import { calendarWith } from '@huiyin/api/grids/calendar.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { findGround } from '@huiyin/db/grids/queries.ts'
import { termsFor } from '@huiyin/shared/reports/report-clock.ts'
import { demoHomeId } from '../town/people.ts'
import type { Seed } from '../town/seeding.ts'
import { inboxOf } from './inbox.ts'
import type { Rules } from './life.ts'
import { liveMatters } from './matters.ts'
import { writePublications } from './publications.ts'
import { openTown } from './staff.ts'
import { writeVisits } from './visits.ts'
import { writeInbox, writeMatters } from './write.ts'

/** Two thousand matters of twelve months. */
export const seed: Seed = async ({ db, photoStore, album, planned, areas, now }) => {
  const town = openTown(areas, planned)
  const matters = liveMatters(town, await readRules(db, now), now)
  await writeMatters(db, matters, areas, album)
  await writePublications(db, photoStore, matters, areas, album)
  await writeVisits(db, matters, now)
  await writeInbox(db, inboxOf(matters, town, now))
}

/** The same terms that the API reads, from the same rows. */
const readRules = async (db: Db, now: Date): Promise<Rules> => {
  const ground = await findGround(db, demoHomeId, now)
  const rows = ground?.deadlines ?? []
  return {
    terms: { urgent: termsFor(rows, 'urgent'), normal: termsFor(rows, 'normal'), slow: termsFor(rows, 'slow') },
    calendar: calendarWith(ground?.daysOff ?? []),
  }
}
