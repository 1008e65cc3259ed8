import { commonProblems, type Problems } from './common-problem.ts'
import { uploadLimits } from './upload-limits.ts'

/** What the service itself refuses, or more than one room. */
export const coreProblems = {
  ...commonProblems,
  'bad-json': [400, '内容没有传完整', '请再提交一次'],
  'not-signed-in': [401, '登录已过期', '正在重新登录，请稍等再试'],
  'not-found': [404, '没有找到这项内容', '请返回首页看看最新的内容'],
  'no-such-page': [404, '没有这个地址', '请返回首页'],
  'wrong-method': [405, '这个地址不能这样用', '请返回首页'],
  'wrong-state': [409, '这件事的进度已经变了', '请刷新看看现在到哪一步'],
  'moved-meanwhile': [409, '刚刚有人处理了这件事', '请刷新后再操作'],
  'too-large': [413, '文件太大了', `每张照片请小于 ${uploadLimits.megabytes}MB`],
  'wrong-content-type': [415, '格式不对', '请换一张照片再试'],
  'not-a-photo': [415, '这个文件不是照片', '请换一张 JPG 或 PNG 照片'],
  'id-reused': [422, '这次提交和上一次对不上', '请返回首页重新填写'],
  'still-recognisable': [422, '这段文字还认得出是谁', '请改掉标出的地方再提交'],
  'too-late': [422, '已经过了可以这样做的时间', '如仍需要，请重新提交一次'],
  'too-many': [429, '操作太频繁了', '请过一会儿再试'],
  'too-slow': [503, '网络太慢，这次没有传完', '内容还在，请换个信号好的地方再试'],
  'wechat-busy': [503, '微信那边暂时没有回应', '请过一分钟再试'],
  bug: [500, '系统出错了', '已经通知技术人员，请过一会儿再试'],
} as const satisfies Problems
