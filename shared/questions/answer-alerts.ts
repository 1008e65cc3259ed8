import type { Kind } from '../alerts/alert-kind.ts'
import { questionPages } from './question-pages.ts'

const { desk, answer, answers } = questionPages

/** Alerts about what is shown to all of an answer. */
export const answerAlerts = {
  'answer-complaint-kept': {
    title: '您举报的普法问答复核过了',
    text: () => '看过了，没有问题，已恢复公开。谢谢您',
    phrase: '已复核',
    page: answer,
    template: null,
  },
  'answer-complaint-gone': {
    title: '您举报的普法问答已撤下',
    text: () => '大家看不到那一条了。谢谢您',
    phrase: '已撤下',
    page: answers,
    template: null,
  },
  'task-question-complained': {
    title: '普法问答被举报',
    text: () => '已暂停公开，请复核：恢复或撤下',
    phrase: '请复核',
    page: desk,
    template: 'task',
  },
  'task-question-review': {
    title: '普法问答待审核',
    text: () => '居民已同意，请第二个人审核',
    phrase: '待审核',
    page: desk,
    template: null,
  },
} as const satisfies Record<string, Kind>
