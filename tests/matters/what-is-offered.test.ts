import type { Me } from '@huiyin/shared/core/policy.ts'
import { isResident } from '@huiyin/shared/matters/actors.ts'
import { drawing, type Life, leadsTo, movesOf, staysIn } from '@huiyin/shared/matters/life.ts'
import {
  demandAct,
  demandEver,
  demandMove,
  mayEver,
  nextState,
  offered,
  whyNot,
} from '@huiyin/shared/matters/offered.ts'
import { expect, test } from 'vitest'

type State = 'open' | 'shut'
type It = { state: State; hers: boolean; full?: boolean }
type Action = 'look' | 'shut' | 'reopen' | 'peek' | 'fade' | 'say'

/** A window that she may shut, that anybody may look at, and that the clock lets fade. */
const life: Life<State, 'owner' | 'guest' | 'clock', It, Action> = {
  relationsOf: (_, it) => (it.hers ? ['owner'] : ['guest', 'clock']),
  rows: {
    see: { who: ['owner', 'guest'] },
    look: { who: ['owner', 'guest'], looks: true },
    peek: { who: ['owner'] },
    say: { who: ['owner'], moves: staysIn('open'), or: 'shut' },
    shut: {
      who: ['owner'],
      moves: leadsTo('shut', 'open'),
      instead: { shut: 'too-late' },
      unless: it => (it.full ? 'too-many' : undefined),
    },
    reopen: { who: ['owner'], moves: { shut: 'open' } },
    fade: { who: 'clock', moves: { open: 'shut' } },
  },
}
const me: Me = { id: 'me', posts: [] }
const now = new Date(0)
const open: It = { state: 'open', hers: true }
const refused = (work: () => unknown) => {
  try {
    work()
    return 'done'
  } catch (error) {
    return (error as { code?: string }).code
  }
}

test('what is offered: whatever may be done now, and no mere looks', () => {
  expect(offered(life, me, open, now)).toEqual(['see', 'peek', 'say', 'shut'])
  expect(offered(life, me, { ...open, state: 'shut' }, now)).toEqual(['see', 'peek', 'reopen'])
  expect(offered(life, me, { ...open, full: true }, now)).toEqual(['see', 'peek', 'say'])
  expect(offered(life, me, { ...open, hers: false }, now)).toEqual(['see'])
})

test('why not: first who asks, then where it stands, then what speaks against it', () => {
  expect(whyNot(life, me, 'shut', { ...open, hers: false }, now)).toBe('not-allowed')
  expect(whyNot(life, me, 'shut', { ...open, state: 'shut', full: true }, now)).toBe('too-late')
  expect(whyNot(life, me, 'reopen', open, now)).toBe('wrong-state')
  expect(whyNot(life, me, 'shut', { ...open, full: true }, now)).toBe('too-many')
  expect(whyNot(life, me, 'shut', open, now)).toBeUndefined()
})

test('what the clock does is nobody’s, even if a relation were called like it', () => {
  expect(mayEver(life, me, 'fade', { ...open, hers: false })).toBe(false)
  expect(whyNot(life, me, 'fade', { ...open, hers: false }, now)).toBe('not-allowed')
})

test('whoever may never do it is refused whatever the state; whoever may is not, yet', () => {
  expect(refused(() => demandEver(life, me, 'shut', { ...open, hers: false }))).toBe('not-allowed')
  expect(refused(() => demandEver(life, me, 'shut', { ...open, state: 'shut', full: true }))).toBe('done')
})

test('a demand refuses what is not offered, and lets pass what is', () => {
  expect(refused(() => demandAct(life, me, 'peek', open, now))).toBe('done')
  expect(refused(() => demandAct(life, me, 'peek', { ...open, hers: false }, now))).toBe('not-allowed')
  expect(refused(() => demandMove(life, me, 'reopen', open, now))).toBe('wrong-state')
  expect(demandMove(life, me, 'shut', open, now)).toBe('shut')
  expect(refused(() => demandMove(life, me, 'shut', { ...open, hers: false }, now))).toBe('not-allowed')
  expect(refused(() => demandMove(life, me, 'shut', { ...open, full: true }, now))).toBe('too-many')
})

test('an action becomes only the event that its row names, and moves nothing that moves nowhere', () => {
  expect(demandMove(life, me, 'say', open, now)).toBe('open')
  expect(demandMove(life, me, 'say', open, now, 'shut')).toBe('shut')
  expect(refused(() => demandMove(life, me, 'say', open, now, 'fade'))).toBe('bug')
  expect(refused(() => demandMove(life, me, 'shut', open, now, 'say'))).toBe('bug')
  expect(refused(() => demandMove(life, me, 'peek', open, now))).toBe('wrong-state')
  expect(nextState(life, 'open', 'peek')).toBeUndefined()
})

test('the drawing shows each move, state by state', () => {
  const moves = movesOf(life, ['open', 'shut'])
  expect(moves).toEqual({ open: { say: 'open', shut: 'shut', fade: 'shut' }, shut: { reopen: 'open' } })
  expect(drawing(moves)).toBe(
    'stateDiagram-v2\n  open --> open: say\n  open --> shut: shut\n  open --> shut: fade\n  shut --> open: reopen',
  )
})

test('a resident has no duty and no name in a history, and nobody else is one', () => {
  expect(['居民', '系统', '联动单位', '网格员 李秀兰'].map(isResident)).toEqual([true, false, false, false])
})
