import type { Problems } from '../core/common-problem.ts'

export const gridProblems = {
  'place-unknown': [422, '没有找到这个地点', '请在列表里重新选小区和楼栋'],
  'place-outside': [422, '这个地点不在本镇范围内', '请改选地点，或拨打 12345'],
} as const satisfies Problems
