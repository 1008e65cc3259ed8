import { due, type Kind } from '../alerts/alert-kind.ts'
import { oversightAlerts } from './oversight-alerts.ts'
import { partingAlerts } from './parting-alerts.ts'
import { photoAlerts } from './photo-alerts.ts'
import { reportLimits } from './report-limits.ts'
import { reportPages } from './report-pages.ts'
import { workAlerts } from './work-alerts.ts'

/** Alerts along the way of a report. `task-unanswered`: somebody else hears that whoever was told has not answered. */
const wayAlerts = {
  'report-new': {
    title: '新任务',
    text: f => `${f.place}：${f.kind}，请在${due(f)}前受理`,
    phrase: '待受理',
    page: reportPages.handle,
    template: 'task',
    calls: true,
  },
  'report-unclaimed': {
    title: '地点等您认领',
    text: f => `${f.place}：${f.kind}，地点是居民写的。请在${due(f)}前受理，或指派给所在网格`,
    phrase: '待认领',
    page: reportPages.handle,
    template: 'task',
    calls: true,
  },
  'report-received': {
    title: '已收到您的上报',
    text: f => `编号 ${f.number}，${f.by ?? '网格员'}会在${due(f)}前接手`,
    phrase: '已收到',
    page: reportPages.show,
    template: null,
  },
  'report-joined': {
    title: '又有居民遇到同一问题',
    text: f => `${f.place}：${f.kind}`,
    phrase: '居民跟进',
    page: reportPages.handle,
    template: null,
  },
  'report-accepted': {
    title: '有人接手了',
    text: f => `${f.by ?? '网格员'}已接手您上报的事（${f.kind}）`,
    phrase: '有人接手了',
    page: reportPages.show,
    template: 'progress',
  },
  'report-started': {
    title: '开始办理',
    text: f => `${f.by ?? '网格员'}已开始办理（${f.kind}）`,
    phrase: '办理中',
    page: reportPages.show,
    template: 'progress',
  },
  'report-returned': {
    title: '换人办理',
    text: f => `这件事已转给${f.level ?? '上一级'}，办理时限不变`,
    phrase: '换人办理',
    page: reportPages.show,
    template: 'progress',
  },
  'task-returned': {
    title: '退单待您处理',
    text: f => `${f.place}：${f.kind}，请受理或重新指派`,
    phrase: '退单',
    page: reportPages.handle,
    template: 'task',
    calls: true,
  },
  'report-assigned': {
    title: '已指派办理人',
    text: f => `这件事已交给${f.by ?? '网格员'}，办理时限不变`,
    phrase: '已指派',
    page: reportPages.show,
    template: 'progress',
  },
  'report-noted': {
    title: '有新的进展',
    text: f => `${f.by ?? '网格员'}补充了说明（${f.kind}）`,
    phrase: '有新进展',
    page: reportPages.show,
    template: null,
  },
  'task-noted': {
    title: '有新的补充',
    text: f => `${f.place}：${f.kind}`,
    phrase: '有新补充',
    page: reportPages.handle,
    template: null,
  },
  'report-resolved': {
    title: '办好了，请您确认',
    text: f => `${f.by ?? '网格员'}已处理好（${f.kind}），请看照片并评价`,
    phrase: '已办好',
    page: reportPages.show,
    template: 'done',
  },
  'report-joined-resolved': {
    title: '您跟进的事办好了',
    text: f => `${f.by ?? '网格员'}已处理好（${f.kind}），可以看处理后的照片`,
    phrase: '已办好',
    page: reportPages.show,
    template: 'done',
  },
  'task-confirmed': {
    title: '居民已确认解决',
    text: f => `${f.place}：${f.kind}`,
    phrase: '已确认',
    page: reportPages.handle,
    template: null,
  },
  'report-reopened': {
    title: '已交给上一级重新办',
    text: f => `已转给${f.level ?? '上一级'}，原来的时限继续算`,
    phrase: '重新办理',
    page: reportPages.show,
    template: null,
  },
  'task-reopened': {
    title: '居民说没解决',
    text: f => `${f.place}：${f.kind}，请重新办理`,
    phrase: '重新办理',
    page: reportPages.handle,
    template: 'task',
    calls: true,
  },
  'report-climbed': {
    title: '超时，已升级',
    text: f => `这件事超过时限，已由${f.level ?? '上一级'}接手督促`,
    phrase: '已升级',
    page: reportPages.show,
    template: 'progress',
  },
  'task-climbed': {
    title: '超时升级到您',
    text: f => `${f.place}：${f.kind}，下级超时未办`,
    phrase: '超时升级',
    page: reportPages.handle,
    template: 'overdue',
    calls: true,
  },
  'report-days': {
    title: '放假安排有变',
    text: f => `您可以在${due(f)}前说解决了没有，时间比原来长`,
    phrase: '时限顺延',
    page: reportPages.show,
    template: null,
  },
  'task-days': {
    title: '放假安排有变',
    text: f => `${f.place}：${f.kind}，下一步的时限改到${due(f)}；答应居民的时间不变`,
    phrase: '时限有变',
    page: reportPages.handle,
    template: null,
  },
  'task-overdue': {
    title: '任务超时',
    text: f => `${f.place}：${f.kind}，已升级到${f.level ?? '上一级'}`,
    phrase: '已超时',
    page: reportPages.handle,
    template: 'overdue',
  },
  'task-unanswered': {
    title: '没有人应答',
    text: f => `${f.place}：${f.kind}，${f.by ?? '网格员'}还没有应答，请您看一下`,
    phrase: '没人应答',
    page: reportPages.handle,
    template: 'overdue',
  },
  'report-closed': {
    title: '已结束',
    text: f => `编号 ${f.number} 已结束；如没解决，可在 ${reportLimits.reopenDays} 天内重新办理`,
    phrase: '已结束',
    page: reportPages.show,
    template: null,
  },
} as const satisfies Record<string, Kind>

export const reportAlerts = { ...wayAlerts, ...workAlerts, ...oversightAlerts, ...partingAlerts, ...photoAlerts }
export type ReportAlert = keyof typeof reportAlerts
