/**
 * waiting: in the queue · claimed: an adviser holds it by a lease · asked: he needs something from her · answered: she may ask
 * on for a week · closed, withdrawn: no clock runs.
 */
export const questionStates = ['waiting', 'claimed', 'asked', 'answered', 'closed', 'withdrawn'] as const
export type QuestionState = (typeof questionStates)[number]

/** What happens to a question (`expire`, `climb`, `hotline`, `remind`, `days` and `lapse` are done by the clock alone). */
export const questionEvents = [
  'ask',
  'claim',
  'pass',
  'release',
  'expire',
  'ask-back',
  'reply',
  'answer',
  'follow-up',
  'assign',
  'danger',
  'withdraw',
  'agree',
  'climb',
  'hotline',
  'remind',
  'days',
  'lapse',
] as const
export type QuestionEvent = (typeof questionEvents)[number]

/** Nobody's clock runs any more. */
export const finalStates = ['closed', 'withdrawn'] as const satisfies readonly QuestionState[]

/** Somebody of us owes her an answer. */
export const owedStates = ['waiting', 'claimed'] as const satisfies readonly QuestionState[]
export const isOwed = (state: QuestionState) => (owedStates as readonly QuestionState[]).includes(state)

export const questionStateNames: Record<QuestionState, string> = {
  waiting: '排队中',
  claimed: '律师正在看',
  asked: '等您补充',
  answered: '已答复',
  closed: '已结束',
  withdrawn: '已撤回',
}

/** Who may take it: the village's own adviser, those of the neighbouring villages too, the township too; or the duty person alone. */
export const circles = ['own', 'pool', 'township', 'duty'] as const
export type Circle = (typeof circles)[number]

export const circleNames: Record<Circle, string> = {
  own: '本村法律顾问',
  pool: '邻村法律顾问',
  township: '司法所',
  duty: '值班专人',
}
