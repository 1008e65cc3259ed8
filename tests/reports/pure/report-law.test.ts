import { whyNot } from '@huiyin/shared/matters/offered.ts'
import {
  awaitsRuling,
  type ReportAction,
  type ReportSubject,
  reportLife,
  withdrawUntil,
} from '@huiyin/shared/reports/report-life.ts'
import {
  isOpen,
  type ReportState,
  reportStates,
  stateNames,
  stepOf,
  steps,
} from '@huiyin/shared/reports/report-states.ts'
import { bySelf, holds, type Law, somebody } from '@huiyin/tests/support/life-law.ts'
import { expect, test } from 'vitest'

/** The life of a report, by hand from what the town was promised. */
const cast = {
  reporter: somebody('reporter'),
  joiner: somebody('joiner'),
  neighbour: somebody('neighbour'),
  owner: somebody('owner', ['worker', '/d/t/v/g/']),
  hand: somebody('hand', ['worker', '/d/t/v/g/']),
  worker: somebody('worker', ['worker', '/d/t/v/g/']),
  lead: somebody('lead', ['lead', '/d/t/v/']),
  officer: somebody('officer', ['officer', '/d/t/']),
  visitor: somebody('visitor', ['officer', '/d/t/']),
  supervisor: somebody('supervisor', ['supervisor', '/d/']),
  partner: somebody('partner', ['partner', '/d/t/', 'u']),
  // Close by, and none of theirs.
  nextGrid: somebody('nextGrid', ['worker', '/d/t/v/g2/']),
  nextVillage: somebody('nextVillage', ['lead', '/d/t/v2/']),
  nextTown: somebody('nextTown', ['officer', '/d/t2/']),
  otherUnit: somebody('otherUnit', ['partner', '/d/t/', 'u2']),
  lawyer: somebody('lawyer', ['adviser', '/d/t/v/'], ['admin', '/d/t/']),
  // Its grid is called like a township of his.
  nextBuilding: somebody('nextBuilding', ['chief', '/d/t/v/g/b2/']),
  misnamed: somebody('misnamed', ['officer', '/d/g/'], ['worker', '/d/t/']),
}
type Who = keyof typeof cast

const now = new Date('2026-11-24T02:00:00.000Z')
const itOf = (state: ReportState, who: Who, more: Partial<ReportSubject> = {}): ReportSubject => ({
  ...{ state, level: 'grid', reporterId: 'reporter', ownerId: 'owner', handId: 'hand', unitId: 'u', returns: 0 },
  ...{ source: 'resident', forId: null, buildingId: 'b', worked: false, askerWorked: false },
  ...{ gridId: 'g', communityId: 'v', townshipId: 't', districtId: 'd' },
  ...{ createdAt: now, closedAt: now, askedAt: now, joined: who === 'joiner', visitDrawn: who !== 'officer', ...more },
})

const onDuty: Who[] = ['owner', 'hand', 'worker', 'lead', 'officer', 'visitor', 'supervisor']
const above: Who[] = ['lead', 'officer', 'visitor', 'supervisor']
const strangers: Who[] = [
  'neighbour',
  'nextBuilding',
  'nextGrid',
  'nextVillage',
  'nextTown',
  'otherUnit',
  'lawyer',
  'misnamed',
]
const stays = (...states: ReportState[]) => Object.fromEntries(states.map(it => [it, it]))
const to = (state: ReportState, ...states: ReportState[]) => Object.fromEntries(states.map(it => [it, state]))
const waiting = ['filed', 'returned', 'reopened'] as const
const inHand = ['accepted', 'working', 'dispatched'] as const
const running = [...waiting, ...inHand]

const law: Law<ReportAction | 'see', Who, ReportState> = {
  see: { may: ['reporter', 'joiner', 'partner', ...onDuty], moves: 'stays' },
  seeStaffNotes: { may: ['partner', ...onDuty], moves: 'stays' },
  // Whoever is on duty there stands beside it as a neighbour does.
  join: { may: [...strangers, 'partner', ...onDuty], moves: stays(...running) },
  note: { may: ['reporter', 'joiner', 'partner', ...onDuty], moves: stays(...running, 'resolved') },
  accept: { may: onDuty, moves: to('accepted', ...waiting) },
  start: { may: onDuty, moves: to('working', 'accepted') },
  return: { may: ['owner', 'hand', 'worker'], moves: to('returned', ...running) },
  assign: { may: above, moves: to('filed', ...running) },
  dispatch: { may: onDuty, moves: to('dispatched', ...inHand) },
  finish: { may: ['partner'], moves: to('working', 'dispatched') },
  resolve: { may: onDuty, moves: to('resolved', ...inHand) },
  confirm: { may: ['reporter'], moves: to('closed', 'resolved') },
  reopen: { may: ['reporter', 'joiner'], moves: to('reopened', 'resolved', 'closed') },
  withdraw: { may: ['reporter'], moves: to('withdrawn', 'filed') },
  climb: { may: [], moves: {} },
  lapse: { may: [], moves: {} },
  supervise: { may: ['officer', 'visitor', 'supervisor'], moves: stays(...running) },
  visit: { may: ['officer', 'visitor'], moves: stays('closed') },
  ask: { may: [], moves: {} },
  still: { may: ['reporter'], moves: stays('closed') },
  recur: { may: [], moves: {} },
  remind: { may: [], moves: {} },
  days: { may: [], moves: {} },
  reveal: { may: ['owner', 'hand', 'visitor'], moves: 'stays' },
}

test('everybody may what the town was promised, in every state, and nothing else', () => {
  const { officer: _, ...others } = cast
  holds(reportLife, { law, states: reportStates, cast: others as typeof cast, itOf, now })
})

test('an officer whose township has nobody to visit is no visitor: he neither visits nor telephones', () => {
  const it = itOf('closed', 'officer')
  expect(whyNot(reportLife, cast.officer, 'visit', it, now)).toBe('wrong-state')
  expect(whyNot(reportLife, cast.officer, 'reveal', it, now)).toBe('not-allowed')
  expect(whyNot(reportLife, cast.supervisor, 'reveal', itOf('closed', 'supervisor'), now)).toBe('not-allowed')
})

test('what the clock does, what silences a ladder, and what can turn out otherwise', () => {
  expect(bySelf(reportLife)).toEqual({
    clock: {
      climb: stays(...running),
      days: stays(...running, 'resolved'),
      lapse: { resolved: 'closed' },
      ...{ ask: { closed: 'closed' }, recur: { closed: 'closed' }, remind: { closed: 'closed' } },
    },
    answers: [
      ...['accept', 'assign', 'climb', 'confirm', 'dispatch', 'finish', 'lapse', 'reopen', 'resolve', 'return'],
      ...['start', 'still', 'visit', 'withdraw'],
    ],
    looks: [],
    or: { visit: 'reopen', still: 'reopen' },
  })
})

test('an owner whose duty was taken away keeps no right to it, and one from elsewhere neither', () => {
  const gone = somebody('owner')
  const moved = somebody('owner', ['worker', '/d/t/v/g2/'])
  for (const me of [gone, moved])
    expect(whyNot(reportLife, me, 'see', itOf('accepted', 'owner'), now)).toBe('not-found')
})

test('what has climbed can be mended by whoever is there, and telephoned about by who answers or works, nobody else', () => {
  const it = itOf('accepted', 'lead', { ownerId: 'lead', level: 'community' })
  expect(whyNot(reportLife, cast.lead, 'resolve', it, now)).toBeUndefined()
  expect(whyNot(reportLife, cast.lead, 'return', it, now)).toBeUndefined()
  expect(whyNot(reportLife, cast.worker, 'resolve', it, now)).toBeUndefined()
  expect(whyNot(reportLife, cast.worker, 'reveal', it, now)).toBe('not-allowed')
  expect(whyNot(reportLife, cast.hand, 'reveal', it, now)).toBeUndefined()
  const gone = somebody('hand', ['worker', '/d/t/v/g2/'])
  expect(whyNot(reportLife, gone, 'reveal', it, now)).toBe('not-found')
})

test('a matter that no unit was sent to has no partner, even one without a unit', () => {
  const it = itOf('accepted', 'partner', { unitId: null })
  expect(whyNot(reportLife, cast.partner, 'see', it, now)).toBe('not-found')
  expect(whyNot(reportLife, somebody('x', ['partner', '/d/t/']), 'see', it, now)).toBe('not-found')
})

test('it can be returned twice, and not from the district', () => {
  const why = (more: Partial<ReportSubject>) =>
    whyNot(reportLife, cast.owner, 'return', itOf('filed', 'owner', more), now)
  expect([why({ returns: 1 }), why({ returns: 2 }), why({ returns: 3 })]).toEqual([
    ...[undefined, 'return-refused', 'return-refused'],
  ])
  expect([why({ level: 'township' }), why({ level: 'district' })]).toEqual([undefined, 'return-refused'])
  expect(awaitsRuling({ state: 'returned', returns: 1 })).toBe(false)
  expect(awaitsRuling({ state: 'returned', returns: 2 })).toBe(true)
  expect(awaitsRuling({ state: 'accepted', returns: 2 })).toBe(false)
})

const later = (minutes: number, ms = 0) => new Date(now.getTime() + minutes * 60_000 + ms)

test('ten minutes to the moment she may take it back, and only what nobody has accepted', () => {
  const why = (at: Date) => whyNot(reportLife, cast.reporter, 'withdraw', itOf('filed', 'reporter'), at)
  expect([why(later(10)), why(later(10, 1))]).toEqual([undefined, 'too-late'])
  expect(withdrawUntil(itOf('filed', 'reporter'))).toEqual(later(10))
  expect(withdrawUntil(itOf('accepted', 'reporter'))).toBeNull()
})

test('thirty-seven days to the moment she may open it again; what is only resolved always; the office’s visit never ends', () => {
  const end = 37 * 24 * 60
  const why = (action: 'reopen' | 'still', at: Date, closedAt: Date | null = now) =>
    whyNot(reportLife, cast.reporter, action, itOf(closedAt ? 'closed' : 'resolved', 'reporter', { closedAt }), at)
  for (const action of ['reopen', 'still'] as const)
    expect([why(action, later(end)), why(action, later(end, 1))]).toEqual([undefined, 'too-late'])
  expect(why('reopen', later(10 * end), null)).toBeUndefined()
  const unasked = itOf('closed', 'reporter', { askedAt: null })
  expect(whyNot(reportLife, cast.reporter, 'still', unasked, now)).toBe('wrong-state')
  expect(whyNot(reportLife, cast.visitor, 'visit', itOf('closed', 'visitor'), later(10 * end))).toBeUndefined()
})

test('closed and withdrawn are over, everything else is open', () => {
  expect(reportStates.filter(it => !isOpen(it))).toEqual(['closed', 'withdrawn'])
})

test('every state has its name, and lights one of the five steps', () => {
  expect(new Set(reportStates.map(it => stateNames[it])).size).toBe(reportStates.length)
  expect(reportStates.map(it => steps[stepOf[it]])).toEqual([
    ...['信息获取', '信息获取', '信息获取', '快速回应', '联动解决', '联动解决', '及时反馈', '居民评价', '信息获取'],
  ])
})
