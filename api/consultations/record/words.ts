/** Kinds of service in the record, and how sure each is. */
export const recordWords = {
  kinds: { meeting: '预约咨询', 'walk-in': '现场接待', lecture: '普法讲座' },
  online: '在线答复',
  confirmed: { bySystem: '系统记录', byAdviser: '顾问登记', byResident: '居民已确认', byNobody: '居民未确认' },
} as const

/** The columns of the record, in the spreadsheet and on paper. */
export const columnWords = {
  day: '日期',
  time: '时间',
  village: '村（社区）',
  adviser: '法律顾问',
  kind: '服务',
  place: '方式、地点或编号',
  minutes: '分钟',
  people: '人数',
  confirmed: '确认情况',
} as const

type Sums = { lines: number; minutes: number; confirmedMinutes: number; confirmed: number; met: number }

/** What the sheet says around its table. */
export const sheetWords = {
  title: '法律服务记录',
  month: (year: string, month: number) => `${year} 年 ${month} 月`,
  confirmed: '确认',
  nothing: '这个月还没有服务',
  sums: ({ lines, minutes, confirmedMinutes, confirmed, met }: Sums) =>
    `共 ${lines} 次；面谈、接待和讲座 ${minutes} 分钟，其中居民已确认 ${confirmedMinutes} 分钟（${confirmed} / ${met} 次）。本表由系统里发生的事自动生成，不能事后填写。`,
} as const

/** The calendar for other programs: its name, and what each entry is. */
export const calendarWords = {
  own: '法律咨询日程',
  village: '本村法律咨询',
  kinds: { meeting: '法律咨询', lecture: '普法讲座', 'walk-in': '现场接待', leave: '请假' },
} as const
