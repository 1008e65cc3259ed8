import type { Dump } from '../support/upgrade-dump.ts'
import { type Someone, tap, type World } from '../support/world.ts'
import { signedIn } from './reading.ts'

export type OpenMatter = {
  of: 'reports' | 'questions' | 'bookings'
  id: string
  state: string
  fence: number
  hers: string
}

type Row = {
  id: string
  state: string
  due_at: string | null
  fence?: number
  openid: string
  person_id?: string
  asker_id?: string
  reporter_id?: string
}

/** What was open at the end of a dump: a clock of it runs. `hers`: who began it. */
export const openMattersOf = ({ tables }: Dump): OpenMatter[] => {
  const rows = (table: string) => (tables[table] ?? []) as Row[]
  const openids = new Map(rows('people').map(it => [it.id, it.openid]))
  return (['reports', 'questions', 'bookings'] as const).flatMap(of =>
    rows(of)
      .filter(it => it.due_at !== null)
      .map(({ id, state, fence = 0, ...it }) => {
        const hers = openids.get(it.person_id ?? it.asker_id ?? it.reporter_id ?? '') ?? ''
        return { of, id, state, fence, hers }
      }),
  )
}

const handlers = ['worker', 'worker-mate', 'worker-next-grid', 'lead', 'officer', 'supervisor']
const advisers = ['adviser', 'adviser-neutral', 'adviser-mate', 'justice']

type Step = { by: readonly string[]; take: (who: Someone, it: OpenMatter) => Promise<unknown> }
const hers = (take: Step['take']): Step => ({ by: [], take })

const accept: Step = { by: handlers, take: (who, { id }) => who.call('acceptReport', tap(id)) }
const resolve: Step = {
  by: handlers,
  take: async (who, { id }) =>
    who.call('resolveReport', { ...tap(id), words: '修好了', photoIds: [(await who.upload()).id] }),
}
const words = '再补充一句'

/** One step from each open state, and who could take it; where nobody is named it is she who began. */
const further: Record<OpenMatter['of'], Record<string, Step>> = {
  reports: {
    ...{ filed: accept, returned: accept, reopened: accept, accepted: resolve, working: resolve, dispatched: resolve },
    resolved: hers((who, { id }) => who.call('confirmReport', { ...tap(id), rating: 'good' })),
  },
  questions: {
    waiting: { by: advisers, take: (who, { id }) => who.call('claimQuestion', { ...tap(id), noConflict: true }) },
    claimed: { by: advisers, take: (who, { id, fence }) => who.call('answerQuestion', { ...tap(id), fence, words }) },
    asked: hers((who, { id }) => who.call('replyQuestion', { ...tap(id), words })),
    answered: hers((who, { id }) => who.call('followUp', { ...tap(id), words })),
  },
  bookings: {
    held: hers((who, { id }) => who.call('confirmBooking', { ...tap(id), reason: words })),
    booked: hers((who, { id }) => who.call('cancelBooking', tap(id))),
    here: {
      by: advisers,
      take: (who, { id }) => who.call('recordBooking', { ...tap(id), words, outcome: 'answered' }),
    },
    met: hers((who, { id }) => who.call('tellTookPlace', { ...tap(id), happened: true })),
  },
}

/** Whether somebody of those who could has taken the next step. */
export const goesOn = async (world: World, it: OpenMatter): Promise<boolean> => {
  const step = further[it.of][it.state]
  for (const openid of step?.by.length ? step.by : [it.hers]) {
    const who = await signedIn(world, openid)
    const done = await step?.take(who, it).then(
      () => true,
      () => false,
    )
    if (done) return true
  }
  return false
}
