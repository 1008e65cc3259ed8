import type { Dump } from '../support/upgrade-dump.ts'
import type { Reading } from '../support/upgrade-release.ts'
import type { World } from '../support/world.ts'

const residents = ['resident', 'neighbour', 'asker', 'stranger']
const handlers = ['worker', 'worker-mate', 'worker-next-grid', 'lead', 'officer', 'supervisor', 'partner']
const lawyers = ['adviser', 'adviser-mate', 'adviser-neutral', 'justice']
const everybody = [...residents, ...handlers, ...lawyers, 'officer-next-town']

const own = [
  ...['me', 'me/looks', 'alerts?limit=50', 'alerts/unread', 'permits', 'units', 'reports/mine?limit=50'],
  ...['questions/mine?limit=50', 'bookings/mine?limit=50', 'waitlist', 'reports/nearby?buildingId=t001v1g1b1'],
  ...[
    'publications',
    'villages/t001v1/advisers',
    'slots?communityId=t001v1&limit=60',
    'slots?communityId=t001v1&lecture=true',
  ],
]
const bookersOwn = ['alerts?limit=50', 'bookings/mine?limit=50', 'waitlist']
const handlersDesks = [
  ...['t001v1g1', 't001v1g2', 't001v1', 't001', 'd001'].flatMap(it => [
    `reports/desk?desk=${it}&show=all&limit=50`,
    `reports/desk/counts?desk=${it}`,
  ]),
  ...['visits?desk=t001&limit=50', 'alerts/health?township=t001', 'alerts/calls?township=t001'],
]
const lawyersDesks = [
  ...['questions/queue?limit=50', 'questions/held', 'questions/desk?township=t001&limit=50', 'advisers?township=t001'],
  ...['legal-answers/reviews', 'advisers/figures', 'advisers/paragraphs', 'office/week?from=2026-11-24&days=21'],
  ...['office/hours', 'office/coverage?township=t001&month=2026-11', 'office/months?township=t001'],
  ...['office/places?township=t001', 'office/advisers?township=t001', 'office/record?township=t001&month=2026-11'],
]

type Row = { id: string; openid: string; person_id: string }

/** Whoever could have to do with something, and where he finds it: each matter, each list, each desk. */
export const readingsOf = ({ tables }: Dump): { by: string; path: string }[] => {
  const rows = (table: string) => (tables[table] ?? []) as Row[]
  const openids = new Map(rows('people').map(it => [it.id, it.openid]))
  const bookers = [...new Set(rows('bookings').map(it => openids.get(it.person_id) ?? ''))]
  const matters = [
    ...rows('reports').map(it => `reports/${it.id}`),
    ...rows('questions').map(it => `questions/${it.id}`),
  ]
  const inside = [
    ...rows('reports').flatMap(({ id }) => [`reports/${id}/alerts`, `reports/${id}/publication`]),
    ...rows('questions').map(({ id }) => `questions/${id}/card`),
  ]
  const bookings = rows('bookings').map(it => ({ path: `bookings/${it.id}`, booker: openids.get(it.person_id) ?? '' }))
  const reads = (by: string, paths: string[]) => paths.map(path => ({ by, path: `/api/${path}` }))
  return [
    ...everybody.flatMap(by => reads(by, [...own, ...matters])),
    ...handlers.flatMap(by => reads(by, handlersDesks)),
    ...lawyers.flatMap(by => reads(by, [...lawyersDesks, ...bookings.map(it => it.path)])),
    ...['worker', 'officer', 'adviser', 'justice'].flatMap(by => reads(by, inside)),
    ...bookers.flatMap(by => reads(by, [...bookersOwn, ...bookings.filter(it => it.booker === by).map(it => it.path)])),
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
