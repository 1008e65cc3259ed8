import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import { bookingStates } from '@huiyin/shared/consultations/booking-moves.ts'
import { type Life, type LifeRow, movesOf } from '@huiyin/shared/matters/life.ts'
import { nextState, offered, whyNot } from '@huiyin/shared/matters/offered.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import { questionStates } from '@huiyin/shared/questions/question-moves.ts'
import { type ReportSubject, reportLife } from '@huiyin/shared/reports/report-life.ts'
import { reportStates } from '@huiyin/shared/reports/report-moves.ts'
import { describe, expect, test } from 'vitest'

type AnyLife = { name: string; rows: [string, LifeRow<string, string, never, string>][]; states: readonly string[] }

const life = <S extends string, R extends string, It extends { state: S }, A extends string>(
  name: string,
  { rows }: Life<S, R, It, A>,
  states: readonly S[],
): AnyLife => ({ name, rows: Object.entries(rows) as AnyLife['rows'], states })

const lives = [
  life('report', reportLife, reportStates),
  life('question', questionLife, questionStates),
  life('booking', bookingLife, bookingStates),
]

describe.each(lives)('the life of a $name', ({ rows, states }) => {
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

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const closed: ReportSubject = {
  ...{ state: 'closed', level: 'grid', reporterId: 'her', ownerId: 'worker', unitId: null, returns: 0 },
  ...{ gridId: 'g', communityId: 'v', townshipId: 't', districtId: 'd', joined: false, visitDrawn: true },
  ...{ createdAt: at(1), closedAt: at(1), askedAt: at(8) },
}
const her = { id: 'her', posts: [] }
const officer = { id: 'officer', posts: [{ role: 'officer' as const, areaId: 't', areaPath: 'd/t', unitId: null }] }

test('what is offered is what is not refused, to the moment: the 37th day after a closing is the last to open it again', () => {
  expect(offered(reportLife, her, closed, at(38))).toEqual(['see', 'reopen', 'still'])
  const later = new Date(at(38).getTime() + 1)
  expect(offered(reportLife, her, closed, later)).toEqual(['see'])
  expect(whyNot(reportLife, her, 'reopen', closed, later)).toBe('too-late')
  expect(whyNot(reportLife, her, 'still', closed, later)).toBe('too-late')
  expect(offered(reportLife, officer, closed, at(90))).toEqual(['see', 'seeStaffNotes', 'visit', 'reveal'])
})

test('whoever may not see a matter is told that there is none, everybody else that he may not', () => {
  expect(whyNot(reportLife, { id: 'stranger', posts: [] }, 'accept', closed, at(2))).toBe('not-found')
  expect(whyNot(reportLife, her, 'accept', closed, at(2))).toBe('not-allowed')
  expect(whyNot(reportLife, officer, 'accept', closed, at(2))).toBe('wrong-state')
  expect(whyNot(reportLife, officer, 'climb', closed, at(2))).toBe('not-allowed')
})

test('an action that became another event follows that event’s way', () => {
  expect(nextState(reportLife, 'closed', 'visit')).toBe('closed')
  expect(nextState(reportLife, 'closed', 'reopen')).toBe('reopened')
  expect(movesOf(reportLife, reportStates).withdrawn).toEqual({})
})
