import type { Problems } from '../core/common-problem.ts'

export const questionProblems = {
  'already-claimed': [409, '刚刚被别的顾问接走了', '请点「给我下一个」'],
  'lease-over': [409, '接单时间已过', '您写的已存为草稿，请重新接单'],
  'no-adviser': [422, '这里还没有能答的法律顾问', '请拨打 12348 法律援助热线，免费'],
  'guardian-needed': [422, '未满 14 岁要有监护人同意', '请监护人点一下「我同意」'],
  'follow-ups-used': [422, '接着问的次数用完了', '可以再提一个新问题'],
} as const satisfies Problems
