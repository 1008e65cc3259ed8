/** What the cards and groups of WeCom say. */
export const cardWords = {
  number: '编号',
  place: '地点',
  due: '时限',
  waiting: (count: number) => `【回音】${count} 件待办，请打开小程序查看`,
} as const
