import { type ReportKind, reportKindCodes, reportKinds, type Urgency } from './report-kinds.ts'

/** By what words a kind is known; they are looked for in the order of the kinds. Apart from the names, for no phone needs them. */
const kindWords: Record<ReportKind, readonly string[]> = {
  water: ['漏水', '水管', '爆管', '跑水', '渗水', '下水', '堵塞', '积水', '污水', '停水'],
  safety: ['燃气', '煤气', '漏气', '漏电', '触电', '着火', '冒烟', '火灾', '坍塌', '电线', '井盖'],
  parking: ['停车', '车位', '电动车', '电瓶车', '占道', '堵住', '消防通道', '飞线'],
  rubbish: ['垃圾', '堆物', '杂物', '堆放', '臭', '苍蝇', '楼道'],
  road: ['路灯', '坑', '路面', '道路', '护栏', '台阶', '灯不亮'],
  noise: ['噪音', '吵', '广场舞', '装修', '狗叫', '施工'],
  other: [],
}

/** Words that make a matter urgent by themselves. */
const urgentWords = [
  '漏水',
  '爆管',
  '跑水',
  '喷水',
  '燃气',
  '煤气',
  '漏气',
  '漏电',
  '触电',
  '着火',
  '冒烟',
  '坍塌',
  '井盖',
  '被困',
]
/** Kinds that may take days unless the words say otherwise. */
const slowKinds: readonly ReportKind[] = ['road']

/** Kind by the first word that matches; `other` when none does. */
export const guessKind = (text: string): ReportKind =>
  reportKindCodes.find(kind => kindWords[kind].some(word => text.includes(word))) ?? 'other'

/** Urgency with the rule that decided it, which the resident and the worker may read. */
export const guessUrgency = (kind: ReportKind, text: string, danger: boolean): { urgency: Urgency; rule: string } => {
  if (danger) return { urgency: 'urgent', rule: '居民标明有危险' }
  const word = urgentWords.find(it => text.includes(it))
  if (word) return { urgency: 'urgent', rule: `文字里有「${word}」` }
  if (slowKinds.includes(kind)) return { urgency: 'slow', rule: `${reportKinds[kind].name}可缓办` }
  return { urgency: 'normal', rule: '一般事项' }
}
