import { lives } from '@huiyin/dev/lives.ts'
import { describe, expect, test } from 'vitest'

describe.each(lives)('the life of a $noun', ({ rows, states }) => {
  test('leads from known states to known states', () => {
    const named = rows.flatMap(([, { moves = {} }]) => Object.entries(moves).flat())
    expect(named.filter(state => !states.includes(state as string))).toEqual([])
  })

  test('is never moved by looking, and what the clock does always moves it', () => {
    expect(rows.filter(([, it]) => it.looks && (it.moves || it.answers)).map(([name]) => name)).toEqual([])
    expect(rows.filter(([, it]) => it.who === 'clock' && !it.moves).map(([name]) => name)).toEqual([])
  })

  test('can be gone on with from every state but the last ones', () => {
    const moved = new Set(rows.flatMap(([, { moves = {} }]) => Object.keys(moves)))
    const last = states.filter(state => !moved.has(state))
    const ends = ['withdrawn', 'closed', 'missed', 'cancelled']
    expect(last.filter(state => !ends.includes(state))).toEqual([])
  })

  test('turns an action into another event only where both are possible', () => {
    for (const [name, { or, moves = {} }] of rows) {
      const other = or && rows.find(([it]) => it === or)?.[1].moves
      if (or) expect(Object.keys(other ?? {}), name).toEqual(expect.arrayContaining(Object.keys(moves)))
    }
  })
})
