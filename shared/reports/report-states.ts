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

/** What people do to a report (`climb`, `lapse`, `ask`, `recur`, `remind` and `days` are done by the clock alone). */
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
  'days',
] as const
export type ReportEvent = (typeof reportEvents)[number]

/** What somebody of the house does for the matter itself, as its owner or for its owner. */
export const workEvents = ['accept', 'start', 'dispatch', 'resolve'] as const satisfies readonly ReportEvent[]
/** Who did one of these cannot say that it is solved. */
export const handWork = ['accept', 'start', 'finish', 'resolve'] as const satisfies readonly ReportEvent[]
export const isWork = (event: ReportEvent) => (workEvents as readonly ReportEvent[]).includes(event)

/** Nobody's clock runs any more. Every other state has exactly one owner and one next deadline. */
export const finalStates = ['closed', 'withdrawn'] as const satisfies readonly ReportState[]
export const isOpen = (state: ReportState) => !(finalStates as readonly ReportState[]).includes(state)

/** Nobody works on it: it is mended, or over. It cannot be late. */
export const doneStates = ['resolved', ...finalStates] as const satisfies readonly ReportState[]

/** Still waiting for somebody to accept it. */
export const waitingStates = ['filed', 'returned', 'reopened'] as const satisfies readonly ReportState[]
/** In somebody's hands. */
export const workingStates = ['accepted', 'working', 'dispatched'] as const satisfies readonly ReportState[]

export const stateNames: Record<ReportState, string> = {
  filed: '等人接手',
  returned: '换人办理',
  reopened: '重新办理',
  accepted: '有人接手了',
  working: '办理中',
  dispatched: '专业单位处理',
  resolved: '待您确认',
  closed: '已结束',
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
