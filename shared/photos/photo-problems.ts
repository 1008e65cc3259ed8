import type { Problems } from '../core/common-problem.ts'

export const photoProblems = {
  'not-a-file': [415, '只能传照片或 PDF', '请换一个文件再试'],
  'photo-unreadable': [422, '这张照片打不开', '请重新拍一张'],
  'photo-heic': [422, '这种格式的照片打不开', '请在「设置-相机-格式」选「兼容性最佳」再拍'],
  'photo-too-big': [422, '这张照片尺寸太大', '请重新拍一张，或发截图'],
  'photo-not-ready': [422, '照片还没有传好', '请等照片传完再提交'],
  'photo-not-passed': [422, '这张照片还不能公开', '请换一张，或等照片检查完'],
} as const satisfies Problems
