import type { ReportState } from '@huiyin/shared/reports/report-states.ts'

/** What a card of a report needs; apart from the other words because the home page carries them. */
export const cardWords = {
  number: (number: string) => `编号 ${number}`,
  urgent: '紧急',
  supervised: '督办',
  level: (name: string) => `已升到${name}`,
} as const

export const dueWords = { accept: '受理', resolve: '办好', confirm: '确认' } as const

/** States as the staff read them; residents read `stateNames`. */
export const staffStates: Partial<Record<ReportState, string>> = {
  returned: '退单',
  dispatched: '联动处理',
  resolved: '待居民确认',
  closed: '已销号',
}
