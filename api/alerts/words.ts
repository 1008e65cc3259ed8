/** What the cards and groups of WeCom say. */
export const cardWords = {
  number: '编号',
  place: '地点',
  due: '时限',
  waiting: (count: number) => `【回音】${count} 件待办，请打开小程序查看`,
} as const

/** As whoever was looked up reads it. */
export const callWords = { viewer: '镇街工作人员', reason: '提醒没有人应答，打电话问一问' }
