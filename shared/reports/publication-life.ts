import { type Life, leadsTo } from '../matters/life.ts'
import { type ReportRelation, type ReportSubject, reportLife } from './report-life.ts'
import type { ReportState } from './report-states.ts'

/** `none`: nothing of this matter is published. What was withdrawn never comes back, it is published anew. */
export type Publicity = 'none' | 'public' | 'hidden' | 'withdrawn'

/** Looked at, or gone: nobody waits for a word about a complaint any more. */
export const settledPublicities = ['public', 'withdrawn'] as const satisfies readonly Publicity[]

/** A matter as its publication sees it: how public it is, and where the matter itself stands. */
export type PublicationSubject = Omit<ReportSubject, 'state'> & {
  state: Publicity
  matterState: ReportState
  /** The reporter's consent stands. */
  consented: boolean
}

/** What happens to a publication; `revoke`: the reporter takes her consent back. */
export type PublicationEvent = 'publish' | 'complain' | 'restore' | 'unpublish' | 'revoke'
/** `look`: see how it stands with consent and publication. `allow`: her consent. `thank`: thanks for what is shown. */
export type PublicationAction = PublicationEvent | 'look' | 'allow' | 'thank'

const anybody = ['reporter', 'asker', 'joiner', 'neighbour'] as const

/** The life of a publication. What is published is open to everybody, and everybody who is signed in may complain of it. */
export const publicationLife: Life<Publicity, ReportRelation, PublicationSubject, PublicationAction> = {
  relationsOf: (me, { matterState, ...it }) => reportLife.relationsOf(me, { ...it, state: matterState }),
  rows: {
    see: { who: reportLife.rows.see.who, looks: true },
    look: { who: ['reporter', 'lead', 'officer'], looks: true },
    allow: {
      who: ['reporter'],
      // Nobody agrees for somebody else.
      unless: it =>
        it.consented || it.source !== 'resident' || (it.matterState !== 'resolved' && it.matterState !== 'closed')
          ? 'wrong-state'
          : undefined,
    },
    revoke: {
      who: ['reporter'],
      moves: { none: 'none', ...leadsTo('withdrawn', 'public', 'hidden') },
      unless: it => (it.consented ? undefined : 'wrong-state'),
    },
    publish: {
      who: ['lead', 'officer'],
      moves: { none: 'public' },
      unless: it => (it.matterState !== 'closed' ? 'wrong-state' : it.consented ? undefined : 'no-consent'),
    },
    unpublish: { who: ['lead', 'officer'], moves: leadsTo('withdrawn', 'public', 'hidden') },
    restore: { who: ['officer'], moves: { hidden: 'public' } },
    thank: { who: anybody, unless: it => (it.state === 'public' ? undefined : 'not-found') },
    complain: { who: anybody, moves: leadsTo('hidden', 'public', 'hidden') },
  },
}
