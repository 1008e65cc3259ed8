import { whyNot } from '@huiyin/shared/matters/offered.ts'
import { type QuestionAction, type QuestionSubject, questionLife } from '@huiyin/shared/questions/question-life.ts'
import { isOwed, type QuestionState, questionStates } from '@huiyin/shared/questions/question-states.ts'
import { bySelf, holds, type Law, somebody } from '@huiyin/tests/support/life-law.ts'
import { expect, test } from 'vitest'

/** The life of a question, by hand from what the town was promised. */
const cast = {
  asker: somebody('asker'),
  // Who asks may be a lawyer, or of the justice office: her own question she takes as little as anybody's neighbour.
  askingLawyer: somebody('askingLawyer', ['adviser', '/d/t/v/', 'firm'], ['justice', '/d/t/']),
  stranger: somebody('stranger'),
  adviser: somebody('adviser', ['adviser', '/d/t/v/', 'firm']),
  holder: somebody('holder', ['adviser', '/d/t/v/', 'firm']),
  former: somebody('former', ['adviser', '/d/t/v2/', 'firm2']),
  nextTown: somebody('nextTown', ['adviser', '/d/t2/v3/'], ['justice', '/d/t2/']),
  justice: somebody('justice', ['justice', '/d/t/']),
  officer: somebody('officer', ['officer', '/d/t/'], ['lead', '/d/t/v/'], ['worker', '/d/t/v/g/'], ['admin', '/d/t/']),
}
type Who = keyof typeof cast

const now = new Date('2026-11-24T02:00:00.000Z')
const itOf = (state: QuestionState, who: string, more: Partial<QuestionSubject> = {}): QuestionSubject => ({
  ...{ state, askerId: who === 'askingLawyer' ? who : 'asker', communityId: 'v', townshipId: 't', circle: 'own' },
  ...{ preferredId: null, againstCommittee: false, holderId: state === 'claimed' ? 'holder' : null },
  ...{ held: who === 'former' || who === 'holder', offeredElsewhere: false, conflicted: false, owed: isOwed(state) },
  ...{ paid: [], followUps: 0, suggestion: 'report', agreed: false, answeredBy: 'former', rated: false },
  ...{ textOffered: true, ...more },
})
const to = (state: QuestionState, ...states: QuestionState[]) => Object.fromEntries(states.map(it => [it, state]))
const hers: Who[] = ['asker', 'askingLawyer']

/** What she and the clock can do; what advisers can depends on the circle, and is said below. */
const law: Partial<Law<QuestionAction, Who, QuestionState>> = {
  reply: { may: hers, moves: to('waiting', 'asked') },
  'follow-up': { may: hers, moves: to('waiting', 'answered') },
  withdraw: { may: hers, moves: to('withdrawn', 'waiting', 'claimed', 'asked') },
  danger: { may: hers, moves: to('waiting', 'waiting', 'claimed', 'asked', 'answered') },
  rate: { may: hers, moves: 'stays' },
  agree: { may: hers, moves: to('answered', 'answered') },
  publish: { may: hers, moves: 'stays' },
  assign: { may: ['justice'], moves: to('waiting', 'waiting', 'claimed') },
  read: { may: ['justice'], moves: 'stays' },
  expire: { may: [], moves: {} },
  climb: { may: [], moves: {} },
  hotline: { may: [], moves: {} },
  remind: { may: [], moves: {} },
  days: { may: [], moves: {} },
  lapse: { may: [], moves: {} },
}
const asHolder = (moves: Partial<Record<QuestionState, QuestionState>> | 'stays') => ({
  may: ['holder'] as Who[],
  moves,
})
/** While it is claimed, `holder` has it; before that, whoever of the circle is free. */
const whole = (takers: Who[], state: QuestionState): Law<QuestionAction | 'see', Who, QuestionState> => {
  const held = state === 'claimed'
  const readers: Who[] = [...hers, ...(held ? (['holder'] as const) : [])]
  const nobody = { may: [] as Who[], moves: {} }
  const owed = isOwed(state) ? takers : []
  return {
    ...(law as Law<QuestionAction, Who, QuestionState>),
    see: { may: readers, moves: 'stays' },
    seeCard: { may: held ? [...owed, 'holder'] : owed, moves: 'stays' },
    claim: { may: owed, moves: to('claimed', 'waiting'), says: { claimed: 'already-claimed' } },
    pass: { may: owed, moves: to('waiting', 'waiting') },
    renew: held ? asHolder('stays') : nobody,
    note: held ? asHolder('stays') : nobody,
    release: held ? asHolder(to('waiting', 'claimed')) : nobody,
    'ask-back': held ? asHolder(to('asked', 'claimed')) : nobody,
    answer: held ? asHolder(to('answered', 'claimed')) : nobody,
  }
}

const inVillage: Who[] = ['adviser', 'holder']
const inTown: Who[] = [...inVillage, 'former']
test.each([
  ['own', inVillage],
  ['pool', inTown],
  ['township', [...inTown, 'justice']],
  ['duty', ['justice']],
] as const)('in the circle %s everybody may what the town was promised, in every state', (circle, takers) => {
  for (const state of questionStates) {
    const it = (_: QuestionState, who: Who) => itOf(state, who, { circle })
    holds(questionLife, { law: whole([...takers], state), states: [state], cast, itOf: it, now })
  }
})

test('what the clock does, what silences a ladder, and what is only looked at', () => {
  const both = { waiting: 'waiting', claimed: 'claimed' }
  expect(bySelf(questionLife)).toEqual({
    clock: {
      ...{
        expire: { claimed: 'waiting' },
        climb: both,
        hotline: both,
        remind: both,
        days: { ...both, asked: 'asked', answered: 'answered' },
      },
      lapse: { asked: 'closed', answered: 'closed' },
    },
    answers: [
      ...['answer', 'ask-back', 'assign', 'claim', 'danger', 'expire', 'follow-up', 'lapse', 'release', 'reply'],
      'withdraw',
    ],
    looks: ['see', 'seeCard'],
    or: {},
  })
})

const why = (who: Who, action: QuestionAction, more: Partial<QuestionSubject>, state: QuestionState = 'waiting') =>
  whyNot(questionLife, cast[who], action, itOf(state, who, more), now)

test('kept for one, it is taken by him alone, wherever he advises in the township', () => {
  expect(why('former', 'claim', { preferredId: 'former' })).toBeUndefined()
  expect(why('adviser', 'claim', { preferredId: 'former' })).toBe('not-found')
  expect(why('adviser', 'claim', { preferredId: 'former', circle: 'pool' })).toBeUndefined()
})

test('who advises two villages takes what either of them asks', () => {
  const two = somebody('two', ['adviser', '/d/t/v2/'], ['adviser', '/d/t/v/'])
  expect(whyNot(questionLife, two, 'claim', itOf('waiting', 'two'), now)).toBeUndefined()
})

test('whoever has declared a conflict takes it in no circle, and its office reads no word but assigns it still', () => {
  for (const circle of ['own', 'pool', 'township', 'duty'] as const) {
    expect(why('adviser', 'claim', { circle, conflicted: true })).toBe('not-found')
    expect(why('justice', 'claim', { circle, conflicted: true })).toBe('not-found')
  }
  expect(why('justice', 'read', { conflicted: true })).toBe('not-found')
  expect(why('justice', 'assign', { conflicted: true })).toBeUndefined()
})

test('against the committee, nobody takes it whom it pays: neither him nor his firm', () => {
  const against = { againstCommittee: true, circle: 'pool' as const }
  expect(why('adviser', 'claim', { ...against, paid: ['firm'] })).toBe('not-found')
  expect(why('adviser', 'claim', { ...against, paid: ['adviser'] })).toBe('not-found')
  expect(why('former', 'claim', { ...against, paid: ['firm', 'adviser'] })).toBeUndefined()
  expect(why('adviser', 'claim', { paid: ['firm'] })).toBeUndefined()
  expect(why('justice', 'claim', { ...against, circle: 'township', paid: ['firm'] })).toBeUndefined()
})

test('what is shown to another for some minutes is not taken meanwhile', () => {
  expect(why('adviser', 'claim', { offeredElsewhere: true })).toBe('already-claimed')
})

test('three further questions, one rating of what was answered, one consent to what was suggested or offered', () => {
  expect(why('asker', 'follow-up', { followUps: 2 }, 'answered')).toBeUndefined()
  expect(why('asker', 'follow-up', { followUps: 3 }, 'answered')).toBe('follow-ups-used')
  expect(why('asker', 'rate', { answeredBy: null }, 'answered')).toBe('wrong-state')
  expect(why('asker', 'rate', { rated: true }, 'answered')).toBe('wrong-state')
  expect(why('asker', 'agree', { suggestion: null }, 'answered')).toBe('wrong-state')
  expect(why('asker', 'agree', { agreed: true }, 'answered')).toBe('wrong-state')
  expect(why('asker', 'publish', { textOffered: false }, 'answered')).toBe('wrong-state')
})

test('a lease that has run out leaves it to be taken by anybody of the circle, its last holder too', () => {
  const over = { holderId: null, owed: true }
  expect(why('adviser', 'seeCard', over, 'claimed')).toBeUndefined()
  expect(why('holder', 'answer', over, 'claimed')).toBe('not-found')
})
