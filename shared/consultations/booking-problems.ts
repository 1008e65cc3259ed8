import type { Problems } from '../core/common-problem.ts'
import { counted } from '../core/counted.ts'
import { bookingLimits } from './booking-limits.ts'

export const bookingProblems = {
  'slot-taken': [409, '这个时间刚被约走了', '请从下面最近的时间里选一个'],
  'still-free': [422, '这几天还有空的时间', '不用候补，直接选一个'],
  'too-many-bookings': [422, `您已经有${counted(bookingLimits.active, '个')}预约了`, '先取消一个，或等见过以后再约'],
  'one-at-a-time': [
    422,
    '现在一次只能约一个',
    `最近有${counted(bookingLimits.noShows, '次')}约好了没有来。先见了这一个，或取消它，再约`,
  ],
  'neutral-adviser-needed': [422, '这位律师由村委会聘请，不便接待', '请选别的律师的时间'],
  'wrong-place': [422, '这不是您预约的地点', '请扫预约地点墙上的码'],
  'she-has-enough': [422, '这位居民已经有约了', '请她先见过或取消一个，再替她约'],
  'nothing-here': [422, '今天这里没有您的预约', '现场有空的话，可以请律师给您加一个'],
  'lecture-full': [409, '这一场坐满了', '请和律师说一声，或约下一场'],
  'no-video': [409, '这个小程序还没有开通视频', '请选当面或电话'],
  'place-in-use': [409, '还有时间排在这个地点', '请先让律师把这些时间换到别的地点'],
  'mandate-needed': [422, '替别人约，要先问过本人', '本人同意了，再点一下「同意」'],
  'contact-needed': [409, '电话咨询要有公开的联系电话', '请先填好联系电话；不想公开，请先停用电话咨询的时间'],
  'hours-overlap': [422, '和您的另一段时间重叠了', '请错开，或先停用那一段'],
  'too-early': [422, '还没有到时间', `签到从开始前 ${bookingLimits.arriveMinutes} 分钟起，其他等开始以后`],
} as const satisfies Problems
