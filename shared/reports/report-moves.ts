import type { Moves } from '../core/moves.ts'

export const reportStates = [
  'filed',
  'returned',
  'reopened',
  'accepted',
  'working',
  'dispatched',
  'resolved',
  'closed',
  'withdrawn',
] as const
export type ReportState = (typeof reportStates)[number]

/** What people do to a report (`climb`, `lapse`, `ask`, `recur` and `remind` are done by the clock alone). */
export const reportEvents = [
  'file',
  'join',
  'note',
  'accept',
  'start',
  'return',
  'assign',
  'dispatch',
  'finish',
  'resolve',
  'confirm',
  'reopen',
  'withdraw',
  'climb',
  'lapse',
  'supervise',
  'visit',
  'ask',
  'still',
  'recur',
  'remind',
] as const
export type ReportEvent = (typeof reportEvents)[number]

/** The whole life of a report; the drawing in the documents is made from this table. */
export const reportMoves: Moves<ReportState, ReportEvent> = {
  filed: {
    join: 'filed',
    note: 'filed',
    accept: 'accepted',
    return: 'returned',
    assign: 'filed',
    withdraw: 'withdrawn',
    climb: 'filed',
    supervise: 'filed',
  },
  returned: {
    join: 'returned',
    note: 'returned',
    accept: 'accepted',
    return: 'returned',
    assign: 'filed',
    climb: 'returned',
    supervise: 'returned',
  },
  reopened: {
    join: 'reopened',
    note: 'reopened',
    accept: 'accepted',
    return: 'returned',
    assign: 'filed',
    climb: 'reopened',
    supervise: 'reopened',
  },
  accepted: {
    join: 'accepted',
    note: 'accepted',
    start: 'working',
    return: 'returned',
    assign: 'filed',
    dispatch: 'dispatched',
    resolve: 'resolved',
    climb: 'accepted',
    supervise: 'accepted',
  },
  working: {
    join: 'working',
    note: 'working',
    return: 'returned',
    assign: 'filed',
    dispatch: 'dispatched',
    resolve: 'resolved',
    climb: 'working',
    supervise: 'working',
  },
  dispatched: {
    join: 'dispatched',
    note: 'dispatched',
    finish: 'working',
    return: 'returned',
    assign: 'filed',
    dispatch: 'dispatched',
    resolve: 'resolved',
    climb: 'dispatched',
    supervise: 'dispatched',
  },
  resolved: { note: 'resolved', confirm: 'closed', reopen: 'reopened', lapse: 'closed' },
  closed: { reopen: 'reopened', visit: 'closed', ask: 'closed', still: 'closed', recur: 'closed', remind: 'closed' },
  withdrawn: {},
}

/** Nobody's clock runs any more. Every other state has exactly one owner and one next deadline. */
export const finalStates = ['closed', 'withdrawn'] as const satisfies readonly ReportState[]
export const isOpen = (state: ReportState) => !(finalStates as readonly ReportState[]).includes(state)

/** Still waiting for somebody to accept it. */
export const waitingStates = ['filed', 'returned', 'reopened'] as const satisfies readonly ReportState[]
/** In somebody's hands. */
export const workingStates = ['accepted', 'working', 'dispatched'] as const satisfies readonly ReportState[]

export const stateNames: Record<ReportState, string> = {
  filed: '待受理',
  returned: '换人办理',
  reopened: '重新办理',
  accepted: '已受理',
  working: '办理中',
  dispatched: '联动处理',
  resolved: '待您确认',
  closed: '已销号',
  withdrawn: '已撤回',
}

/** The five steps that a resident sees, and which states light them. */
export const steps = ['信息获取', '快速回应', '联动解决', '及时反馈', '居民评价'] as const
export const stepOf: Record<ReportState, number> = {
  filed: 0,
  returned: 0,
  reopened: 0,
  accepted: 1,
  working: 2,
  dispatched: 2,
  resolved: 3,
  closed: 4,
  withdrawn: 0,
}
