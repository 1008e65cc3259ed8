import type { PhotoStore } from '@huiyin/api/core/adapters/photo-store.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import type { Tools } from './acting.ts'
import type { Album } from './album.ts'
import type { PlannedPeople } from './people.ts'
import type { PlannedArea } from './rows.ts'

/** The demo township before anything has happened in it. */
export type BareTown = {
  db: Db
  tools: Tools
  photoStore: PhotoStore
  album: Album
  planned: PlannedPeople
  areas: Map<string, PlannedArea>
  now: Date
}

/** What a room lets happen in the demo township. Rooms do not wait for one another. */
export type Seed = (ground: BareTown) => Promise<void>
