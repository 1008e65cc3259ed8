import { bookingLimits } from '@huiyin/shared/consultations/booking-limits.ts'
import { daysCounted } from '@huiyin/shared/core/counted.ts'
/** How alerts name what it is about. */
export const alertNames = { booking: '预约咨询', leave: '请假' } as const

export const termNames = { office: '法律顾问服务' } as const

/** Who acts or reads without a name of his own. */
export const whoWords = { office: '司法所', self: '我' } as const

/** What is wrong with a field. */
export const fieldWords = {
  reason: '请写一句想问什么',
  waitUntil: `请选 ${bookingLimits.waitDays} 天以内的日子`,
  leave: `请选以后的时间，最长${daysCounted(bookingLimits.leaveDays)}`,
  tooShort: '这段时间不够一次咨询',
  extraDay: `请选以后 ${bookingLimits.extraDays} 天里的日子`,
  today: '只能记当天的',
} as const
