import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'

const recent = `最近 ${bookingLimits.months} 个月`

/** What the township's justice office reads. */
export const townshipWords = {
  ledger: {
    export: '导出表格',
    file: (month: string) => `服务台账-${month}.xlsx`,
    print: '打印这个月的记录',
    printOf: (village: string) => `打印这个月的记录：${village}`,
    onComputer: '各村的记录，请在电脑上打印',
  },
  coverage: {
    month: (year: string, month: string) => `${year} 年 ${Number(month)} 月`,
    views: { month: '各村', half: recent, care: '顾问和地点' },
    summary: (all: number, none: number, short: number, enough: number) =>
      `${all} 个村（社区）：${none} 个还没有服务，${short} 个时间还不够，${enough} 个够了`,
    before: '上个月',
    after: '下个月',
    states: { none: '本月还没有服务', short: '时间还不够', enough: '够了' },
    adviser: (name: string) => `法律顾问 ${name}`,
    noAdviser: '还没有法律顾问',
    confirmed: '居民确认的',
    unconfirmed: '还没确认的',
    needed: (hours: string) => `要求 ${hours}`,
    walkIns: (hours: string) => `另有现场接待 ${hours}，顾问自己记的`,
    lectures: (count: number) => `普法讲座 ${count} 场，有人签到`,
    denied: (count: number) => `居民说没有见到律师 ${count} 次`,
    hint: '只有居民确认的才算数',
    empty: '本镇还没有村（社区）',
    emptyHint: '请联系管理员登记',
    hours: (minutes: number) => `${Math.round(minutes / 6) / 10} 小时`,
  },
  months: {
    title: `${recent}，全镇`,
    served: (served: number, villages: number) => `${villages} 个村里 ${served} 个有服务`,
    said: (confirmed: string, unconfirmed: string, lectures: number) =>
      `居民确认的 ${confirmed}，还没确认的 ${unconfirmed}，讲座 ${lectures} 场`,
    rated: ({ good, fair, poor }: { good: number; fair: number; poor: number }) =>
      `居民评价：好 ${good}，一般 ${fair}，不好 ${poor}`,
  },
  advisers: {
    title: '法律顾问请假',
    cell: '谁请了假；病了的，代为请假',
    hint: '顾问生病、联系不上，您可以代为请假。已约的会取消，居民和顾问都会收到提醒',
    empty: '本镇还没有法律顾问，请联系管理员登记',
    villages: (names: string[]) => names.join('、'),
    enter: '登记请假',
    enterSpoken: (name: string) => `登记请假：${name}`,
  },
  places: {
    title: '咨询地点和签到码',
    cell: '登记、停用地点，打印门口的码',
    hint: '签到码贴在门口，居民到了扫一扫。码不会变',
    empty: '还没有咨询地点。登记以后，律师才能定时间',
    print: '打印',
    printSpoken: '打印签到码',
    keep: '存图',
    keepSpoken: '签到码存到相册',
    kept: '已存到相册，可以拿去打印',
    retire: '停用',
    retireTitle: '停用这个地点？',
    retireHint: '以后不能再约到这里。已经约好的不受影响',
    stay: '先不停用',
    retired: '已停用',
    add: '登记一个咨询地点',
    village: '在哪个村（社区）',
    name: '地点叫什么',
    example: '比如：村法律咨询室',
    save: '登记',
    saved: '已登记，请打印签到码贴到门口',
  },
} as const
