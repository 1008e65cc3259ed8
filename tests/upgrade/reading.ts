import { upgrades } from '../lists/upgrades.ts'
import type { Dump } from '../support/upgrade-dump.ts'
import type { Reading } from '../support/upgrade-release.ts'
import type { World } from '../support/world.ts'
import { beginnersOf } from './beginners.ts'

const residents = ['resident', 'neighbour', 'asker', 'stranger']
export const handlers = ['worker', 'worker-mate', 'worker-next-grid', 'lead', 'officer', 'supervisor', 'partner']
export const lawyers = ['adviser', 'adviser-mate', 'adviser-neutral', 'justice']
const everybody = [...residents, ...handlers, ...lawyers, 'officer-next-town']

const own = ['me', 'me/looks', 'alerts?limit=50', 'alerts/unread', 'permits', 'units']
const alertDesks = ['alerts/health?township=t001', 'alerts/calls?township=t001']

/** Whoever could have to do with something, and where he finds it: each matter, each list, each desk. */
export const readingsOf = (dump: Dump): { by: string; path: string }[] => {
  const rooms = Object.values(upgrades).map(it => it.readings(beginnersOf(dump, it)))
  const reads = (by: readonly string[], paths: readonly string[]) =>
    by.flatMap(one => paths.map(path => ({ by: one, path: `/api/${path}` })))
  return [
    ...reads(everybody, [...own, ...rooms.flatMap(it => it.own)]),
    ...reads(handlers, alertDesks),
    ...rooms.flatMap(it => it.others.flatMap(({ by, paths }) => reads(by, paths))),
  ]
}

/** Reads all of it, one after another in this order. */
export const readAll = async (world: World, what: readonly { by: string; path: string }[]): Promise<Reading[]> => {
  const heard: Reading[] = []
  for (const { by, path } of what) {
    const answer = await (await signedIn(world, by)).fetch(path)
    heard.push({ by, path, heard: `${answer.status} ${await answer.text()}` })
  }
  return heard
}

const sessions = new WeakMap<World, Map<string, ReturnType<World['someone']>>>()
/** Everybody signs in once. */
export const signedIn = (world: World, openid: string) => {
  const known = sessions.get(world) ?? new Map<string, ReturnType<World['someone']>>()
  sessions.set(world, known)
  const one = known.get(openid) ?? world.someone(openid)
  known.set(openid, one)
  return one
}
