import type { ReportState } from '@huiyin/shared/reports/report-states.ts'

/** What the staff read on cards and on their first screen, in their own terms; apart from their other words because home carries it. */
export const staffCardWords = {
  accept: '受理',
  supervised: '督办',
  waiting: '待受理',
  working: '办理中',
  late: '超时',
  next: {
    title: '下一件',
    open: '去办理',
    look: '看详情',
    taken: (number: string, who: string) => `编号 ${number} 已由${who}受理`,
    none: '现在没有要您办的事',
    noneHint: '有新任务会马上提醒您',
    visit: (kind: string) => `回访：${kind}`,
    visitDue: '回访',
    toVisit: '去回访',
    waits: '接下来，等居民确认',
    doneToday: (count: number) => `今天办好 ${count} 件`,
  },
} as const

/** States as the staff read them; residents read `stateNames`. */
export const staffStates: Partial<Record<ReportState, string>> = {
  filed: '待受理',
  returned: '退单',
  accepted: '已受理',
  dispatched: '联动处理',
  resolved: '待居民确认',
  closed: '已销号',
}
