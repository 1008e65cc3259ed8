import { whyNot } from '@huiyin/shared/matters/offered.ts'
import { type PublicAnswerState, publicAnswerLife } from '@huiyin/shared/questions/public-answer-life.ts'
import { bySelf, holds, somebody } from '@huiyin/tests/support/life-law.ts'
import { expect, test } from 'vitest'

const now = new Date('2026-11-24T02:00:00.000Z')

test('a text for everybody: her consent, then a second pair of eyes; nothing of a question in danger', () => {
  const people = {
    asker: somebody('asker'),
    author: somebody('author', ['adviser', '/d/t/v/']),
    reviewer: somebody('reviewer', ['justice', '/d/t/']),
  }
  const itIs = (state: PublicAnswerState) => ({
    ...{ state, askerId: 'asker', authorId: 'author', conflicted: false, danger: false },
  })
  const states: PublicAnswerState[] = ['offered', 'approved', 'refused', 'public', 'hidden', 'withdrawn']
  // A reader is whoever reads what is shown; he may complain of it, and nothing else.
  const relationsOf: typeof publicAnswerLife.relationsOf = (me, it) =>
    publicAnswerLife.relationsOf(me, it).filter(relation => relation !== 'reader')
  const rows = { ...publicAnswerLife.rows, complain: { who: 'clock' as const, moves: {} } }
  holds(
    { relationsOf, rows },
    {
      law: {
        see: { may: ['asker', 'reviewer'], moves: 'stays' },
        review: { may: ['reviewer'], moves: 'stays' },
        approve: { may: ['asker'], moves: { offered: 'approved' } },
        refuse: { may: ['asker'], moves: { offered: 'refused' } },
        withdraw: { may: ['asker'], moves: { approved: 'withdrawn', public: 'withdrawn', hidden: 'withdrawn' } },
        complain: { may: [], moves: {} },
        restore: { may: ['reviewer'], moves: { hidden: 'public' } },
        'take-down': { may: ['reviewer'], moves: { hidden: 'withdrawn' } },
        show: { may: ['reviewer'], moves: { approved: 'public' } },
        'turn-down': { may: ['reviewer'], moves: { approved: 'refused' } },
      },
      ...{ states, cast: people, itOf: itIs, now },
    },
  )
  const mayComplain = (state: PublicAnswerState) =>
    whyNot(publicAnswerLife, people.author, 'complain', itIs(state), now) === undefined
  expect(states.filter(mayComplain)).toEqual(['public', 'hidden'])
  expect(bySelf(publicAnswerLife)).toEqual({ clock: {}, answers: [], looks: ['review', 'see'], or: {} })
  const inDanger = (
    action: 'approve' | 'refuse' | 'show' | 'turn-down',
    who: keyof typeof people,
    state: 'offered' | 'approved',
  ) => whyNot(publicAnswerLife, people[who], action, { ...itIs(state), danger: true }, now)
  expect(inDanger('approve', 'asker', 'offered')).toBe('wrong-state')
  expect(inDanger('refuse', 'asker', 'offered')).toBeUndefined()
  expect(inDanger('show', 'reviewer', 'approved')).toBe('wrong-state')
  expect(inDanger('turn-down', 'reviewer', 'approved')).toBe('wrong-state')
  const conflicted = { ...itIs('approved'), conflicted: true }
  expect(whyNot(publicAnswerLife, people.reviewer, 'show', conflicted, now)).toBe('not-found')
  // Whoever asks is no second pair of eyes of her own text, conflict or not.
  expect(whyNot(publicAnswerLife, people.asker, 'show', itIs('approved'), now)).toBe('not-allowed')
})
