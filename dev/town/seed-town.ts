import type { PhotoStore } from '@huiyin/api/core/adapters/photo-store.ts'
import { readEnv } from '@huiyin/api/core/env.ts'
import type { Keys } from '@huiyin/api/core/secrets.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { findGround } from '@huiyin/db/grids/queries.ts'
import { demoEnv } from '../demo-env.ts'
import { seeds } from '../seeds.ts'
import { fillAlbum } from './album.ts'
import { planAreas } from './areas.ts'
import { castOpenids } from './cast.ts'
import { demoHomeId, planPeople } from './people.ts'
import { writeAreas, writePeople, writePermits } from './write.ts'

const year = 365 * 24 * 60 * 60_000

/** Fills an empty, migrated database with the demo township as it stands at `now`; all or nothing, some seconds. */
export const seedTown = async (db: Db, photoStore: PhotoStore, keys: Keys, now: Date): Promise<void> => {
  const areas = planAreas()
  const planned = planPeople(areas)
  const drawn = fillAlbum(photoStore)
  await db.transaction(async tx => {
    await writeAreas(tx, areas)
    await writePeople(tx, planned, keys, new Date(now.getTime() - year))
    await writePermits(tx, planned, castOpenids)
    const tools = { keys, env: readEnv(demoEnv('http://wechat.example')) }
    const ground = { areas: new Map(areas.map(it => [it.id, it])), planned, photoStore, album: await drawn }
    for (const seed of Object.values(seeds)) await seed({ db: tx, tools, now, ...ground })
  })
}

/** Whether the township is there already. */
export const isSeeded = async (db: Db): Promise<boolean> =>
  (await findGround(db, demoHomeId, new Date(0))) !== undefined
