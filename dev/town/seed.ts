import type { PhotoStore } from '@huiyin/api/core/adapters/photo-store.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import type { Keys } from '@huiyin/api/core/secrets.ts'
import { calendarWith } from '@huiyin/api/grids/calendar.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { findGround } from '@huiyin/db/grids/queries.ts'
import { termsFor } from '@huiyin/shared/reports/report-clock.ts'
import { demoEnv } from '../demo-env.ts'
import { planAreas } from './areas.ts'
import { castOpenids } from './cast.ts'
import { inboxOf } from './inbox.ts'
import type { Rules } from './life.ts'
import { liveMatters } from './matters.ts'
import { openOffice } from './office.ts'
import { demoHomeId, planPeople } from './people.ts'
import { fillAlbum } from './photos.ts'
import { writePublications } from './publications.ts'
import { askLawyers } from './questions.ts'
import { openTown } from './staff.ts'
import { writeVisits } from './visits.ts'
import { writeAreas, writeInbox, writeMatters, writePeople, writePermits } from './write.ts'

const year = 365 * 24 * 60 * 60_000

/** Fills an empty, migrated database with the demo township as it stands at `now`; all or nothing, some seconds. */
export const seedTown = async (db: Db, photoStore: PhotoStore, keys: Keys, now: Date): Promise<void> => {
  const areas = planAreas()
  const people = planPeople(areas)
  const town = openTown(areas, people)
  const album = fillAlbum(photoStore)
  await db.transaction(async tx => {
    await writeAreas(tx, areas)
    await writePeople(tx, people, keys, new Date(now.getTime() - year))
    await writePermits(tx, people, castOpenids)
    const matters = liveMatters(town, await readRules(tx, now), now)
    await writeMatters(tx, matters, town.areas, await album)
    await writePublications(tx, photoStore, matters, town.areas, await album)
    await writeVisits(tx, matters, now)
    await writeInbox(tx, inboxOf(matters, town, now))
    const tools = { keys, env: readEnv(demoEnv('http://wechat.example')) }
    await askLawyers(tx, tools, people, town.areas, now)
    await openOffice(tx, tools, people, town.areas, now)
  })
}

/** Whether the township is there already. */
export const isSeeded = async (db: Db): Promise<boolean> =>
  (await findGround(db, demoHomeId, new Date(0))) !== undefined

/** The same terms that the API reads, from the same rows. */
const readRules = async (db: Db, now: Date): Promise<Rules> => {
  const ground = await findGround(db, demoHomeId, now)
  const rows = ground?.deadlines ?? []
  return {
    terms: { urgent: termsFor(rows, 'urgent'), normal: termsFor(rows, 'normal'), slow: termsFor(rows, 'slow') },
    calendar: calendarWith(ground?.daysOff ?? []),
  }
}
