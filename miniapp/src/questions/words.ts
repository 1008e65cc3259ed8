import type { Adviser } from '@huiyin/shared/questions/asking-routes.ts'
import type { QuestionCard } from '@huiyin/shared/questions/question.ts'
import { questionLimits } from '@huiyin/shared/questions/question-limits.ts'
import type { QuestionEvent } from '@huiyin/shared/questions/question-states.ts'
import { topicNames } from '@huiyin/shared/questions/topics.ts'

/** 法律顾问 周衡（衡信律师事务所） */
export const adviserWords = ({ title, name, firm }: Adviser) => `${title} ${name}${firm ? `（${firm}）` : ''}`

/** What a question is called in front of its asker; a private one never by its topic. */
export const nameOf = ({ topic, danger }: Pick<QuestionCard, 'topic' | 'danger'>) => {
  if (danger) return '私密事项'
  return topic ? topicNames[topic] : '法律咨询'
}

/** They are counted up to a limit. */
const people = (count: number) => (count >= questionLimits.aheadMost ? `${count} 位以上` : `${count} 位`)

export const questionWords = {
  hotline: { number: '12348', call: '拨打 12348（免费）' },
  shield: '加密保存，网格员、村干部和管理员都看不到',
  receipt: {
    seal: '收',
    village: '村（社区）',
    reader: '谁来看',
    pool: '邻村的法律顾问或司法所',
    duty: '值班专人',
    ahead: '前面还有',
    people,
    answerBy: '最晚答复',
    before: (when: string) => `${when} 前`,
    dangerLead: '专人会马上看。不安全时先打电话',
    again: '以后点「我的」里的「我的咨询」，随时能看到',
    follow: '看进度',
  },
  show: {
    due: '答复',
    you: '您',
    number: (number: string) => `编号 ${number}`,
    ahead: (count: number) => (count === 0 ? '下一个就是您' : `前面还有 ${people(count)}`),
    late: '还没有答复，很抱歉。可以先打 12348，司法所仍会答复您',
    who: '谁来答',
    thread: '一问一答',
    progress: '办到哪一步',
    looks: '谁看过',
    reply: '回答律师',
    replyTitle: '补充给律师',
    replyHint: '律师问的，知道多少写多少',
    replied: '已送给律师',
    followUp: (left: number) => `接着问（还能问 ${left} 次）`,
    followUpTitle: '接着问',
    until: (when: string) => `${when} 前都可以`,
    asked: '已送出，律师会接着答',
    send: '提交',
    needWords: '请先写一句话',
    uploading: '文件还在传，请等几秒再提交',
    files: '照片或文件（可不加）',
    withdraw: '撤回',
    withdrawTitle: '要撤回这个问题吗？',
    withdrawHint: '撤回后不再答复，写的内容也不再给人看',
    withdrawn: '已撤回',
    keep: '先不撤回',
    rate: '答得怎么样？',
    rateHint: '顾问看不到是谁评的',
    ratings: { good: '好', fair: '一般', poor: '不好' },
    rateDone: '评好了',
    rated: (name: string) => `您的评价：${name}`,
    thanks: '谢谢您的评价',
  },
  suggestion: {
    title: '律师的建议',
    consultation: '约个时间当面谈，更说得清楚',
    report: '这件事网格员能上门办，可以去报问题',
    agree: '同意',
    consultationAgreed: '您已同意。挑个时间约律师，这里的内容不会带过去',
    goConsultation: '约律师',
    reportAgreed: '您已同意。去报问题时由您自己写，这里的内容不会带过去',
    goReport: '去报问题',
  },
  offer: {
    title: '想请您同意公开',
    hint: '改写过的一问一答，看不出是您。公开了能帮到别人，不同意也没关系',
    question: '问',
    answer: '答',
    approve: '同意公开',
    refuse: '不同意',
    approved: '您已同意，等另一个人审核后公开',
    shown: '已公开为普法问答',
    hidden: '有人举报，已暂停公开，司法所正在复核',
    refused: '没有公开',
    withdraw: '收回公开',
    thanks: '谢谢，已记下',
    withdrawn: '已收回，马上不再公开',
  },
  mine: {
    empty: '还没有问过律师',
    emptyHint: '遇到拿不准的事，问一问，免费、保密',
    ask: '问律师',
    answers: '普法问答',
  },
  answers: {
    search: '想找什么',
    example: '比如：借条',
    find: '找一找',
    all: '全部',
    empty: '没有找到这样的问答',
    emptyHint: '换个说法再找，或直接问律师，免费、保密',
    lead: '改写过的真实问答，经当事人同意公开',
    question: '问',
    answer: '答',
    complain: '举报',
    complainTitle: '这一条有什么问题？',
    complainHint: '举报后马上暂停公开，由司法所复核，结果在「消息」里告诉您',
    reasons: { person: '认得出是谁', untrue: '说得不对', other: '其他不合适' },
    complained: '已暂停公开，复核后在「消息」里告诉您',
    heard: '司法所已经复核过这一条',
    gone: '这一条已经不公开了',
    goneHint: '当事人收回了，或正在复核',
    others: '看看别的问答',
    caution: '每家的情况不一样，拿不准就问一问',
    ask: '问律师',
    share: '转发',
    shared: (question: string) => `普法问答：${question.length > 24 ? `${question.slice(0, 24)}…` : question}`,
    sharedAny: '普法问答：先看看别人问过的',
  },
  stages: [
    ['收', '已收到'],
    ['看', '律师在看'],
    ['答', '已答复'],
    ['结', '已结束'],
  ],
  stageStates: { done: '已完成', now: '正在进行', next: '还没到' },
  waits: { waiting: '等律师来看', claimed: '律师正在写', asked: '等您补充', answered: '还可以接着问' },
} as const

/** What she does herself. */
const askersOwn: readonly QuestionEvent[] = ['ask', 'reply', 'follow-up', 'danger', 'withdraw', 'agree']

/** Who has done a step, as she reads it. */
export const doerOf = ({ event, by }: { event: QuestionEvent; by: string }) =>
  askersOwn.includes(event) ? questionWords.show.you : by

/** What each event is called in front of the asker. */
export const eventWords: Record<QuestionEvent, string> = {
  ask: '提了问题',
  claim: '接手，正在看',
  pass: '与对方有关系，换人来答',
  release: '没答完，换人来答',
  expire: '时间到了没答完，换人来答',
  'ask-back': '想请您补充',
  reply: '补充了',
  answer: '答复了',
  'follow-up': '接着问',
  assign: '请了一位法律顾问来答',
  danger: '转给值班专人',
  withdraw: '撤回',
  agree: '同意了律师的建议',
  climb: '还没有人接，请更多人来答',
  hotline: '到时还没有答复，请您先打 12348',
  remind: '再次催办',
  days: '放假安排有变，重新算了时限',
  lapse: '到期，咨询结束',
}
