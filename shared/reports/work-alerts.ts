import type { Kind } from '../alerts/alert-kind.ts'
import { reportPages } from './report-pages.ts'

/** Alerts about work that nothing can be shown of, and that somebody else than its owner does: a colleague, or a partner unit. */
export const workAlerts = {
  'report-resolved-unseen': {
    title: '办好了，请您确认',
    text: f => `${f.by ?? '网格员'}已处理好（${f.kind}），这次没有照片，请看原因并评价`,
    phrase: '已办好',
    page: reportPages.show,
    template: 'done',
  },
  'report-joined-resolved-unseen': {
    title: '您跟进的事办好了',
    text: f => `${f.by ?? '网格员'}已处理好（${f.kind}），这次没有照片，可以看原因`,
    phrase: '已办好',
    page: reportPages.show,
    template: 'done',
  },
  'report-dispatched': {
    title: '已请专业单位处理',
    text: f => `${f.by ?? '专业单位'}会到场处理（${f.kind}）`,
    phrase: '到场处理',
    page: reportPages.show,
    template: 'progress',
  },
  'task-dispatched': {
    title: '联动任务',
    text: f => `${f.place}：${f.kind}，请到场处理`,
    phrase: '联动任务',
    page: reportPages.handle,
    template: 'task',
    calls: true,
  },
  'task-finished': {
    title: '联动单位已处理',
    text: f => `${f.place}：${f.kind}，请核实后办结`,
    phrase: '待核实',
    page: reportPages.handle,
    template: 'task',
    calls: true,
  },
  'task-in-hand': {
    title: '有人在办了',
    text: f => `${f.place}：${f.kind}，${f.by ?? '网格员'}在办，负责人没有变`,
    phrase: '有人在办',
    page: reportPages.handle,
    template: null,
  },
  'task-done': {
    title: '已由同事办结',
    text: f => `${f.place}：${f.kind}，${f.by ?? '网格员'}已办结，等居民确认`,
    phrase: '已办结',
    page: reportPages.handle,
    template: null,
  },
  'task-outsourced': {
    title: '已派联动单位',
    text: f => `${f.place}：${f.kind}，${f.by ?? '联动单位'}会到场处理`,
    phrase: '已派单',
    page: reportPages.handle,
    template: null,
  },
} as const satisfies Record<string, Kind>
