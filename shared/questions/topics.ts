/** What a question is about: suggested from her words, never asked for. */
export const topics = ['marriage', 'neighbour', 'land', 'labour', 'loan', 'house', 'consumer', 'other'] as const
export type Topic = (typeof topics)[number]

export const topicNames: Record<Topic, string> = {
  marriage: '婚姻家庭',
  neighbour: '邻里',
  land: '土地',
  labour: '劳动',
  loan: '借贷',
  house: '房屋',
  consumer: '消费',
  other: '其他',
}
