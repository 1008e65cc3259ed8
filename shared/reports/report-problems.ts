import type { Problems } from '../core/common-problem.ts'
import { counted } from '../core/counted.ts'
import { reportLimits } from './report-limits.ts'

export const reportProblems = {
  'words-or-photo': [422, '还没有照片，也没有文字', '请拍一张照片，或写一句话'],
  'photo-needed': [422, '办好了要有现场照片', '请拍一张处理后的照片，拍不了的选一个原因'],
  'no-consent': [422, '上报人没有同意公开', '没有同意就不能公示'],
  'words-not-passed': [422, '这段文字没有通过微信的内容检查', '请改一改再公示'],
  'words-needed': [422, '这样决定要写明理由', '请写一句为什么交给这个网格'],
  supervised: [422, '这件事已经在督办（催着快办）', '再催只能把时间提前'],
  'return-refused': [422, '这件事不能再退了', `已退过${counted(reportLimits.returns, '次')}，请直接处理或指派`],
  'own-report': [422, '这是您自己上报的事', '在「我的事项」里看进度'],
  'consent-needed': [422, '替别人上报，要她同意', '请先问一问，同意了再报'],
} as const satisfies Problems
