import { due, type Kind } from '../alerts/alert-kind.ts'
import { answerAlerts } from './answer-alerts.ts'
import { questionPages } from './question-pages.ts'

const { show: thread, card, queue, desk } = questionPages

/**
 * Alerts about questions to the lawyer: neither topic nor a word of anybody, for they stand on locked screens. Who has asked
 * in danger gets `question-quiet` alone, which names nothing and rings nothing.
 */
export const questionAlerts = {
  'question-received': {
    title: '已收到您的法律咨询',
    text: f => `编号 ${f.number}，会在${due(f)}前答复`,
    phrase: '已收到',
    page: thread,
    template: null,
  },
  'question-claimed': {
    title: '法律顾问正在看',
    text: f => `编号 ${f.number}，${f.by ?? '法律顾问'}已接手`,
    phrase: '已接手',
    page: thread,
    template: null,
  },
  'question-asked-back': {
    title: '法律顾问想请您补充',
    text: f => `编号 ${f.number}，点开看看并回答`,
    phrase: '请补充',
    page: thread,
    template: 'progress',
  },
  'question-answered': {
    title: '有答复了',
    text: f => `编号 ${f.number}，${f.by ?? '法律顾问'}已答复`,
    phrase: '已答复',
    page: thread,
    template: 'done',
  },
  'question-hotline': {
    title: '还没有答复，很抱歉',
    text: f => `编号 ${f.number}，可先打 12348（免费）；司法所仍会答复您`,
    phrase: '仍在办',
    page: thread,
    template: 'progress',
  },
  'question-days': {
    title: '放假安排有变',
    text: f => `编号 ${f.number}，您补充或接着问的时间比原来长了`,
    phrase: '时限顺延',
    page: thread,
    template: null,
  },
  'question-closed': {
    title: '咨询已结束',
    text: f => `编号 ${f.number}，还想问可以再提一个`,
    phrase: '已结束',
    page: thread,
    template: null,
  },
  'question-files-lost': {
    title: '材料没有传到',
    text: f => `编号 ${f.number}，有照片或文件一直没有传到，律师看不到；下次补充时再发`,
    phrase: '缺材料',
    page: thread,
    template: null,
  },
  'question-read': {
    title: '有人看过您的咨询',
    text: f => `编号 ${f.number}，${f.by ?? '司法所'}看过，原因写在里面`,
    phrase: '看过',
    page: thread,
    template: null,
  },
  'question-public': {
    title: '已公开为普法问答',
    text: f => `编号 ${f.number}，随时可以收回`,
    phrase: '已公开',
    page: thread,
    template: null,
  },
  'question-quiet': {
    title: '有新的消息',
    text: () => '点开看看',
    phrase: '新消息',
    page: thread,
    template: null,
    namesNothing: true,
  },
  'task-question': {
    title: '新的法律咨询',
    text: f => `${f.place}，请在${due(f)}前答复`,
    phrase: '待接单',
    page: card,
    template: 'task',
    calls: true,
  },
  'task-question-pool': {
    title: '邻村的法律咨询',
    text: f => `${f.place}，还没有人接，请在${due(f)}前答复`,
    phrase: '待接单',
    page: card,
    template: 'task',
  },
  'task-question-reply': {
    title: '居民接着问',
    text: f => `${f.place}，请在${due(f)}前答复`,
    phrase: '待答复',
    page: card,
    template: 'task',
    calls: true,
  },
  'task-question-assigned': {
    title: '司法所请您答复',
    text: f => `${f.place}，请在${due(f)}前答复`,
    phrase: '待接单',
    page: card,
    template: 'task',
    calls: true,
  },
  'task-question-expired': {
    title: '接单时间已过',
    text: f => `${f.place}，已放回队列，草稿还在`,
    phrase: '已放回',
    page: card,
    template: null,
  },
  'task-question-files-lost': {
    title: '居民的材料没有传到',
    text: f => `${f.place}，编号 ${f.number}，有照片或文件一直没有传到；要看就请居民补充`,
    phrase: '缺材料',
    page: card,
    template: null,
  },
  'task-question-moved': {
    title: '司法所已另行安排',
    text: f => `${f.place}，编号 ${f.number}，不用再答；写过的草稿还在`,
    phrase: '已改派',
    page: queue,
    template: null,
  },
  'task-question-withdrawn': {
    title: '居民已撤回',
    text: f => `${f.place}，不用再答`,
    phrase: '已撤回',
    page: queue,
    template: null,
  },
  'task-question-agreed': {
    title: '居民同意了您的建议',
    text: f => `${f.place}，编号 ${f.number}`,
    phrase: '已同意',
    page: queue,
    template: null,
  },
  'task-question-late': {
    title: '法律咨询没人接',
    text: f => `${f.place}，请接单或指派`,
    phrase: '没人接',
    page: desk,
    template: 'overdue',
    calls: true,
  },
  'task-question-danger': {
    title: '有人可能不安全',
    text: f => `${f.place}，请马上接单`,
    phrase: '马上看',
    page: card,
    template: 'task',
    calls: true,
  },
  ...answerAlerts,
} as const satisfies Record<string, Kind>

export type QuestionAlert = keyof typeof questionAlerts
