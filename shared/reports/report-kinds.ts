import type { JudgedKind } from '../core/words/heads.ts'

/** What a report is about, read from its words and never required. */
export const reportKinds = {
  water: { name: '漏水堵水' },
  safety: { name: '安全隐患' },
  parking: { name: '停车堵路' },
  rubbish: { name: '垃圾堆物' },
  road: { name: '道路路灯' },
  noise: { name: '噪音扰民' },
  other: { name: '其他问题' },
} as const satisfies Record<JudgedKind, { name: string }>

export type ReportKind = keyof typeof reportKinds
export const reportKindCodes = Object.keys(reportKinds) as [ReportKind, ...ReportKind[]]

export const urgencies = ['urgent', 'normal', 'slow'] as const
export type Urgency = (typeof urgencies)[number]
export const urgencyNames: Record<Urgency, string> = { urgent: '紧急', normal: '一般', slow: '可缓' }
