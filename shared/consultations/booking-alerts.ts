import { due, type Kind } from '../alerts/alert-kind.ts'
import { bookingLimits } from './booking-limits.ts'
import { bookingPages } from './booking-pages.ts'

const { show: booking, week } = bookingPages

/** Alerts about consultations. `dueAt` is when it begins. Never a word of the reason: they stand on locked screens. */
export const bookingAlerts = {
  'booking-booked': {
    title: '约好了',
    text: f => `${due(f)}，${f.place}，${f.by ?? '法律顾问'}`,
    phrase: '约好了',
    page: booking,
    template: null,
  },
  'booking-moved': {
    title: '已改时间',
    text: f => `改到 ${due(f)}，${f.place}，${f.by ?? '法律顾问'}`,
    phrase: '已改时间',
    page: booking,
    template: null,
  },
  'booking-reminder': {
    title: '别忘了您约的时间',
    text: f => `${due(f)}，${f.place}，${f.by ?? '法律顾问'}`,
    phrase: '快到时间',
    page: booking,
    template: 'progress',
  },
  'booking-offered': {
    title: '有空出来的时间了',
    text: f => `${due(f)}，${f.place}，替您留 ${bookingLimits.waitMinutes} 分钟，点开确认`,
    phrase: '请确认',
    page: booking,
    template: 'progress',
  },
  'booking-next': {
    title: '律师想再约您一次',
    text: f => `${due(f)}，${f.place}，${f.by ?? '法律顾问'}替您留着，点开确认`,
    phrase: '请确认',
    page: booking,
    template: 'progress',
  },
  'booking-lapsed': {
    title: '替您留的时间已放开',
    text: f => `${due(f)}，${f.place}，没有等到您确认；还想约，请再看看空的时间`,
    phrase: '已放开',
    page: booking,
    template: null,
  },
  'booking-called-off': {
    title: '您约的时间取消了',
    text: f => `${due(f)}，${f.by ?? '法律顾问'}那时有事，很抱歉，请另约一个时间`,
    phrase: '已取消',
    page: booking,
    template: 'progress',
  },
  'booking-passed': {
    title: '请另约一位律师',
    text: f => `${f.by ?? '法律顾问'}不便接待，请另约一位，${due(f)} 不用去了`,
    phrase: '请另约',
    page: booking,
    template: 'progress',
  },
  'booking-met': {
    title: '见过了吗？请您确认',
    text: f => `${f.by ?? '法律顾问'}记下 ${due(f)} 见过您，请点一下是不是`,
    phrase: '请确认',
    page: booking,
    template: 'done',
  },
  'booking-paper': {
    title: '律师给了您一份材料',
    text: f => `${f.by ?? '法律顾问'}附在 ${due(f)} 的预约里，点开看`,
    phrase: '有新材料',
    page: booking,
    template: null,
  },
  'booking-files-lost': {
    title: '材料没有传到',
    text: f => `${due(f)} 的预约，有照片或文件一直没有传到，律师看不到，点开可以再发`,
    phrase: '缺材料',
    page: booking,
    template: null,
  },
  'booking-unsaid': {
    title: '见过律师了吗？',
    text: f => `${due(f)} 您在${f.place}签到了，请点一下见过没有`,
    phrase: '请确认',
    page: booking,
    template: 'done',
  },
  'booking-missed': {
    title: '这次没有见成',
    text: f => `${due(f)}，${f.place}，需要的话请再约一次`,
    phrase: '没见成',
    page: booking,
    template: null,
  },
  'leave-entered': {
    title: '司法所替您请了假',
    text: f => `从 ${due(f)} 起。已约的取消了，居民已收到提醒；能来就请销假`,
    phrase: '已请假',
    page: week,
    template: 'task',
  },
  'leave-ended': {
    title: '司法所替您销了假',
    text: f => `原来从 ${due(f)} 起的假销了，居民又可以约您`,
    phrase: '已销假',
    page: week,
    template: 'task',
  },
  'task-booking': {
    title: '新的预约',
    text: f => `${due(f)}，${f.place}，请先看有没有利益冲突`,
    phrase: '新预约',
    page: week,
    template: 'task',
  },
  'task-booking-files-lost': {
    title: '居民的材料没有传到',
    text: f => `${due(f)}，${f.place}，有照片或文件一直没有传到，见面时可以请居民带来`,
    phrase: '缺材料',
    page: week,
    template: null,
  },
  'task-booking-own-files-lost': {
    title: '您的材料没有传到',
    text: f => `${due(f)}，${f.place}，您给居民的材料一直没有传到，点开可以再发`,
    phrase: '缺材料',
    page: week,
    template: null,
  },
  'task-booking-moved': {
    title: '居民改了时间',
    text: f => `改到 ${due(f)}，${f.place}`,
    phrase: '改时间',
    page: week,
    template: null,
  },
  'task-booking-lapsed': {
    title: '再约的时间放开了',
    text: f => `${due(f)}，${f.place}，居民没有确认，别人又可以约`,
    phrase: '已放开',
    page: week,
    template: null,
  },
  'task-booking-cancelled': {
    title: '居民取消了预约',
    text: f => `${due(f)}，${f.place}，不用等了`,
    phrase: '已取消',
    page: week,
    template: 'task',
  },
} as const satisfies Record<string, Kind>

export type BookingAlert = keyof typeof bookingAlerts
