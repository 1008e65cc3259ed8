import type { QuestionText } from '@huiyin/shared/questions/question.ts'

/** What stands above and below a thing said; read by her and by those who answer. */
export const saidWords = {
  me: '我',
  verbs: {
    story: '提问',
    'ask-back': '请居民补充',
    reply: '补充',
    answer: '答复',
    'follow-up': '接着问',
    note: '备注',
  } satisfies Record<QuestionText['kind'], string>,
  toAsker: '想请您补充',
  noteOnly: '只有您看得到',
  aid: '法律援助提醒',
} as const
