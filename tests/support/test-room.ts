import type { Db } from '@huiyin/db/core/client.ts'
import type fc from 'fast-check'
import type { Routes } from '../lists/routes.ts'
import type { Ask } from './ask.ts'
import type { Cast, Who } from './cast.ts'
import type { World } from './world.ts'

type Town = { world: World; people: Cast }
type Answered<T> = T | Promise<T>

/** A right call of a route by this person. */
export type Call = (who: Who, town: Town) => Answered<Ask>

/** A route for those who hold a place. */
export type PlaceRow = {
  /** A right call of it for this place. */
  ask: (place: string, town: Town) => Answered<Ask>
  /** Who holds which place. */
  held: Record<string, readonly Who[]>
  /** Whoever does not hold the place may not even know that there is something. */
  hidden?: true
  /** These may, and find that there is nothing. */
  inVain?: readonly Who[]
}

/** What the tests that go through all rooms must be told by each: `room.ts` in its folder exports it as `room`. */
export type TestRoom = {
  /** Routes by who may call them: everybody, everybody who is signed in, those who hold the place. */
  open?: Partial<Record<keyof Routes, Call>>
  signedIn?: Partial<Record<keyof Routes, Call>>
  byPlace?: Partial<Record<keyof Routes, PlaceRow>>
  /** Routes about one matter: the room's own matrix judges them. */
  judged?: readonly string[]
  /** What these right calls meet, where that is not 200. */
  met?: Partial<Record<keyof Routes, number>>
  /** What its inputs are for, mostly, by the name of the field. */
  fields?: Record<string, fc.Arbitrary<unknown>>
  /** Puts some matters into the town; answers ids of what is there now. */
  fill?: (world: World) => Promise<string[]>
  /** What is in the database and must never be. */
  broken?: (db: Db) => Promise<string[]>
  /** Leaves something to the clock that moves within five hours; answers how to see whether it has. */
  leave?: (world: World) => Promise<() => Promise<boolean>>
}
