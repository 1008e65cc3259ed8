import { bringUpPostgres } from '@huiyin/db/bring-up.ts'
import { type Db, openPostgres, rowsOf } from '@huiyin/db/core/client.ts'
import { migratePostgres } from '@huiyin/db/core/migrations.ts'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { emptyDatabase } from '../support/upgrade-database.ts'
import { migrationsOf, readRelease } from '../support/upgrade-release.ts'

/** Counties that began when the migrations themselves brought what a county begins with (decision 0021). */
const slow = 60_000
const release = readRelease()

const openOld = async (migration: string) => {
  const url = await emptyDatabase()
  await migratePostgres(url, { folder: migrationsOf({ ...release, migration }) })
  return { url, ...(await openPostgres(url)) }
}

const begun = async (db: Db) => {
  const [row] = await rowsOf<{ all: string }>(
    db,
    sql`select json_build_array((select json_agg(d order by scope, urgency, stage) from deadlines d),
      (select json_agg(l order by scope, audience, urgency, rung) from ladders l), (select json_agg(v) from visit_shares v))::text as all`,
  )
  return row?.all
}

test(
  'a county that began with the last release keeps its own numbers, and does without what it took away',
  async () => {
    const { url, db, close } = await openOld(release.migration)
    await db.execute(sql`update deadlines set minutes = 45 where urgency = 'normal' and stage = 'accept'`)
    await db.execute(sql`delete from deadlines where urgency = 'office'`)
    await db.execute(sql`delete from visit_shares`)
    await db.execute(sql`delete from ladders where via = 'sms'`)
    const before = await begun(db)
    await bringUpPostgres(url)
    expect(await begun(db)).toBe(before)
    await close()
  },
  slow,
)

test(
  'one from before there were questions gets what the rooms of today begin with beside what it has',
  async () => {
    const { url, db, close } = await openOld('0007_outage_plans')
    await db.execute(sql`update deadlines set minutes = 45 where urgency = 'normal' and stage = 'accept'`)
    await bringUpPostgres(url)
    const today = await emptyDatabase()
    await bringUpPostgres(today)
    const fresh = await openPostgres(today)
    await fresh.db.execute(sql`update deadlines set minutes = 45 where urgency = 'normal' and stage = 'accept'`)
    expect(await begun(db)).toBe(await begun(fresh.db))
    await Promise.all([close(), fresh.close()])
  },
  slow,
)
