import { movesOf } from '@huiyin/shared/matters/life.ts'
import { nextState, offered, whyNot } from '@huiyin/shared/matters/offered.ts'
import { type ReportSubject, reportLife } from '@huiyin/shared/reports/report-life.ts'
import { reportStates } from '@huiyin/shared/reports/report-states.ts'
import { expect, test } from 'vitest'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const closed: ReportSubject = {
  ...{
    state: 'closed',
    level: 'grid',
    reporterId: 'her',
    ownerId: 'worker',
    handId: null,
    source: 'resident',
    forId: null,
    buildingId: null,
    worked: false,
    askerWorked: false,
    unitId: null,
    returns: 0,
  },
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

test('from every state of a report but the final ones somebody can move it on', () => {
  for (const [state, events] of Object.entries(movesOf(reportLife, reportStates)))
    expect(
      Object.values(events).some(to => to !== state),
      state,
    ).toBe(state !== 'withdrawn')
})
