import { due, type Kind } from '../alerts/alert-kind.ts'
import { ordinal } from '../core/counted.ts'
import { reportLimits } from './report-limits.ts'
import { reportPages } from './report-pages.ts'

/** Alerts about what stands above a report or follows it: rulings, supervision, visits, questions, recurrence. */
export const oversightAlerts = {
  'report-ruling': {
    title: `${ordinal(reportLimits.returns, '次')}退回，正在定谁来办`,
    text: f => `由${f.level ?? '上一级'}决定谁来办，办理时限不变`,
    phrase: '等待决定',
    page: reportPages.show,
    template: 'progress',
  },
  'task-ruling': {
    title: `${ordinal(reportLimits.returns, '次')}退单，请裁定`,
    text: f => `${f.place}：${f.kind}，请受理或写明理由指派`,
    phrase: '请裁定',
    page: reportPages.handle,
    template: 'task',
    calls: true,
  },
  'report-supervised': {
    title: '上级在催办',
    text: f => `${f.by ?? '镇街'}在催办，要求${due(f)}前办好`,
    phrase: '正在催办',
    page: reportPages.show,
    template: 'progress',
  },
  'task-supervised': {
    title: '督办任务',
    text: f => `${f.place}：${f.kind}，${f.by ?? '镇街'}要求${due(f)}前办好`,
    phrase: '督办',
    page: reportPages.handle,
    template: 'task',
    calls: true,
  },
  'task-supervise-missed': {
    title: '督办到期未办好',
    text: f => `${f.place}：${f.kind}，现由${f.level ?? '上一级'}负责`,
    phrase: '督办超时',
    page: reportPages.handle,
    template: 'overdue',
  },
  'task-supervise-kept': {
    title: '督办件已办结',
    text: f => `${f.place}：${f.kind}，等居民确认`,
    phrase: '督办办结',
    page: reportPages.handle,
    template: null,
  },
  'report-visited': {
    title: '已回访',
    text: f => `${f.by ?? '镇街'}回访了这件事（${f.kind}）`,
    phrase: '已回访',
    page: reportPages.show,
    template: null,
  },
  'task-visit': {
    title: '请回访',
    text: f => `${f.place}：${f.kind}已销号，请在${due(f)}前问问居民`,
    phrase: '请回访',
    page: reportPages.handle,
    template: null,
  },
  'task-visit-late': {
    title: '回访到期未做',
    text: f => `${f.place}：${f.kind}，请尽快回访并记下结果`,
    phrase: '回访超期',
    page: reportPages.handle,
    template: 'overdue',
  },
  'report-still': {
    title: '现在还好吗？',
    text: f => `${f.place}：${f.kind}，点开说一声还好或又坏了`,
    phrase: '请您看看',
    page: reportPages.show,
    template: 'done',
  },
  'task-still': {
    title: '居民说还好',
    text: f => `${f.place}：${f.kind}`,
    phrase: '还好',
    page: reportPages.handle,
    template: null,
  },
  'task-recurred': {
    title: `${reportLimits.recurDays} 天内复发`,
    text: f => `${f.place}：${f.kind}，销号后又有人上报`,
    phrase: '复发',
    page: reportPages.handle,
    template: null,
  },
  'report-published': {
    title: '处理前后的照片已公示',
    text: f => `${f.kind}：按您的同意打码公示，随时可以撤回`,
    phrase: '已公示',
    page: reportPages.show,
    template: null,
  },
  'publication-complained': {
    title: '公示被举报',
    text: f => `${f.place}：${f.kind}，已暂停公示，请复核`,
    phrase: '公示复核',
    page: reportPages.publish,
    template: 'task',
  },
  'publication-complaint-kept': {
    title: '您举报的那一条复核过了',
    text: () => '看过了，没有问题，已恢复公开。谢谢您',
    phrase: '已复核',
    page: reportPages.published,
    template: null,
  },
  'publication-complaint-gone': {
    title: '您举报的那一条已撤下',
    text: () => '大家看不到那一条了。谢谢您',
    phrase: '已撤下',
    page: reportPages.published,
    template: null,
  },
} as const satisfies Record<string, Kind>
