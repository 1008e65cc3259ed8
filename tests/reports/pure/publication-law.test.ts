import { whyNot } from '@huiyin/shared/matters/offered.ts'
import {
  type PublicationAction,
  type PublicationSubject,
  type Publicity,
  publicationLife,
} from '@huiyin/shared/reports/publication-life.ts'
import { reportStates } from '@huiyin/shared/reports/report-states.ts'
import { bySelf, holds, type Law, somebody } from '@huiyin/tests/support/life-law.ts'
import { expect, test } from 'vitest'

/** The life of a publication, by hand from what the town was promised. */
const cast = {
  reporter: somebody('reporter'),
  joiner: somebody('joiner'),
  stranger: somebody('stranger'),
  worker: somebody('worker', ['worker', '/d/t/v/g/']),
  lead: somebody('lead', ['lead', '/d/t/v/']),
  officer: somebody('officer', ['officer', '/d/t/']),
  supervisor: somebody('supervisor', ['supervisor', '/d/']),
  partner: somebody('partner', ['partner', '/d/t/', 'u']),
  nextTown: somebody('nextTown', ['officer', '/d/t2/']),
}
type Who = keyof typeof cast

const now = new Date('2026-11-24T02:00:00.000Z')
const itOf = (state: Publicity, who: Who, more: Partial<PublicationSubject> = {}): PublicationSubject => ({
  ...{ state, matterState: 'closed', consented: true },
  ...{
    level: 'grid',
    reporterId: 'reporter',
    ownerId: 'worker',
    handId: null,
    source: 'resident',
    forId: null,
    buildingId: null,
    worked: false,
    askerWorked: false,
    unitId: 'u',
    returns: 0,
  },
  ...{ gridId: 'g', communityId: 'v', townshipId: 't', districtId: 'd' },
  ...{ createdAt: now, closedAt: now, askedAt: null, joined: who === 'joiner', visitDrawn: false, ...more },
})
const everybody = Object.keys(cast) as Who[]
const law: Law<PublicationAction | 'see', Who, Publicity> = {
  see: { may: everybody.filter(it => it !== 'stranger' && it !== 'nextTown'), moves: 'stays' },
  look: { may: ['reporter', 'lead', 'officer'], moves: 'stays' },
  allow: { may: [], moves: {} },
  thank: { may: [], moves: {} },
  revoke: { may: ['reporter'], moves: { none: 'none', public: 'withdrawn', hidden: 'withdrawn' } },
  publish: { may: ['lead', 'officer'], moves: { none: 'public' } },
  unpublish: { may: ['lead', 'officer'], moves: { public: 'withdrawn', hidden: 'withdrawn' } },
  restore: { may: ['officer'], moves: { hidden: 'public' } },
  complain: { may: everybody, moves: { public: 'hidden', hidden: 'hidden' } },
}

test('everybody may what the town was promised, wherever it stands, and nothing else', () => {
  const states: Publicity[] = ['none', 'public', 'hidden', 'withdrawn']
  const nobody = { who: 'clock' as const, moves: {} }
  const life = { ...publicationLife, rows: { ...publicationLife.rows, allow: nobody, thank: nobody } }
  holds(life, { law, states, cast, itOf, now })
  expect(bySelf(publicationLife)).toEqual({ clock: {}, answers: [], looks: ['look', 'see'], or: {} })
})

const why = (who: Who, action: PublicationAction, more: Partial<PublicationSubject>) =>
  whyNot(publicationLife, cast[who], action, itOf('none', who, more), now)

test('she allows it once, of what is solved or closed, and takes back only what she has given', () => {
  const allowed = reportStates.filter(
    matterState => why('reporter', 'allow', { matterState, consented: false }) === undefined,
  )
  expect(allowed).toEqual(['resolved', 'closed'])
  expect(why('reporter', 'allow', {})).toBe('wrong-state')
  expect(why('lead', 'allow', { consented: false })).toBe('not-allowed')
  expect(why('reporter', 'revoke', { consented: false })).toBe('wrong-state')
})

test('nothing is published before it is closed, nor without her consent', () => {
  expect(why('lead', 'publish', { matterState: 'resolved' })).toBe('wrong-state')
  expect(why('lead', 'publish', { consented: false })).toBe('no-consent')
  expect(why('lead', 'publish', {})).toBeUndefined()
})

test('whoever sees it may say thank you, as long as it is shown', () => {
  for (const who of everybody) {
    const said = (state: Publicity) => whyNot(publicationLife, cast[who], 'thank', itOf(state, who), now)
    expect([said('public'), said('hidden'), said('withdrawn')], who).toEqual([undefined, 'not-found', 'not-found'])
  }
})
