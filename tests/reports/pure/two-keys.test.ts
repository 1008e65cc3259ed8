import { whyNot } from '@huiyin/shared/matters/offered.ts'
import { type ReportSubject, reportLife } from '@huiyin/shared/reports/report-life.ts'
import { somebody } from '@huiyin/tests/support/life-law.ts'
import { expect, test } from 'vitest'

/** Two keys are two people: who may say that it is solved, by who filed it, for whom, and who did it. */
const now = new Date('2026-11-24T02:00:00.000Z')
const it = (more: Partial<ReportSubject>): ReportSubject => ({
  ...{
    state: 'resolved',
    level: 'grid',
    reporterId: 'filer',
    ownerId: 'worker',
    handId: 'worker',
    unitId: null,
    returns: 0,
  },
  ...{ source: 'resident', forId: null, buildingId: 'b', worked: false, askerWorked: false },
  ...{ gridId: 'g', communityId: 'v', townshipId: 't', districtId: 'd', createdAt: now, closedAt: null, askedAt: null },
  ...{ joined: false, visitDrawn: false, ...more },
})
const filer = somebody('filer', ['worker', '/d/t/v/g/'])
const asker = somebody('asker')
const neighbour = somebody('neighbour')
const worker = somebody('worker', ['worker', '/d/t/v/g/'])
const lead = somebody('lead', ['lead', '/d/t/v/'])
const may = (me: typeof filer, more: Partial<ReportSubject>) =>
  whyNot(reportLife, me, 'confirm', it(more), now) === undefined

test('who filed for herself confirms, and nobody else', () => {
  expect([may(filer, {}), may(worker, {}), may(lead, {}), may(neighbour, { joined: true })]).toEqual([
    ...[true, false, false, false],
  ])
})

test('who did it herself confirms nothing: a neighbour who joined or somebody above does', () => {
  const own = { askerWorked: true }
  expect(may(filer, { ...own, worked: true })).toBe(false)
  expect([may(lead, own), may(neighbour, { ...own, joined: true }), may(neighbour, own), may(worker, own)]).toEqual([
    ...[true, true, false, false],
  ])
  expect(may(lead, { ...own, worked: true })).toBe(false)
})

test('what was found on a round is never confirmed by its finder', () => {
  const round = { source: 'patrol' } as const
  expect([may(filer, round), may(worker, round), may(lead, round)]).toEqual([false, false, true])
  expect(may(lead, { ...round, reporterId: 'lead' })).toBe(false)
  expect(may(neighbour, { ...round, joined: true })).toBe(true)
})

test('what was filed for her is hers to confirm; without an account somebody else goes to look', () => {
  for (const source of ['proxy', 'call'] as const) {
    const hers = { source, forId: 'asker' }
    expect([may(asker, hers), may(filer, hers), may(lead, hers)]).toEqual([true, false, false])
    expect([may(filer, { source }), may(lead, { source })]).toEqual([false, true])
  }
})

test('she who was filed for sees it, adds to it, takes it back and opens it again; so does the filer, who does not confirm', () => {
  const why = (me: typeof filer, action: 'see' | 'note' | 'reopen' | 'withdraw', state: ReportSubject['state']) =>
    whyNot(reportLife, me, action, it({ source: 'proxy', forId: 'asker', state }), now)
  for (const me of [asker, somebody('filer')])
    expect([
      why(me, 'see', 'filed'),
      why(me, 'note', 'filed'),
      why(me, 'reopen', 'resolved'),
      why(me, 'withdraw', 'filed'),
    ]).toEqual([undefined, undefined, undefined, undefined])
})

test('a chief sees what is open in the building, as a neighbour does, and nothing once it is over', () => {
  const chief = somebody('chief', ['chief', '/d/t/v/g/b/'])
  expect(whyNot(reportLife, chief, 'see', it({}), now)).toBeUndefined()
  expect(whyNot(reportLife, chief, 'seeStaffNotes', it({}), now)).toBe('not-allowed')
  expect(whyNot(reportLife, chief, 'see', it({ state: 'closed' }), now)).toBe('not-found')
  expect(whyNot(reportLife, chief, 'see', it({ buildingId: 'b2' }), now)).toBe('not-found')
})
