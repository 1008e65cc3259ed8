import { commonProblems, type Problem, type WrongField } from './common-problem.ts'

/**
 * Everything this service can refuse, once: HTTP status, what happened, what to do about it.
 * On the wire as RFC 9457 `application/problem+json`. Anything that is not in here is a bug and answers as `bug`.
 */
export const problems = {
  ...commonProblems,
  'bad-json': [400, '内容没有传完整', '请再提交一次'],
  'not-signed-in': [401, '登录已过期', '正在重新登录，请稍等再试'],
  'login-refused': [401, '微信登录没有成功', '请退出小程序重新进入，或拨打 12345'],
  'phone-refused': [422, '没有取到您的手机号', '请再点一次授权；不绑手机也能上报'],
  'not-found': [404, '没有找到这项内容', '请返回首页看看最新的内容'],
  'no-such-page': [404, '没有这个地址', '请返回首页'],
  'wrong-method': [405, '这个地址不能这样用', '请返回首页'],
  'wrong-state': [409, '这件事的进度已经变了', '请刷新看看现在到哪一步'],
  'moved-meanwhile': [409, '刚刚有人处理了这件事', '请刷新后再操作'],
  'already-claimed': [409, '刚刚被别的顾问接走了', '请点「给我下一个」'],
  'slot-taken': [409, '这个时间刚被约走了', '请从下面最近的时间里选一个'],
  'lease-over': [409, '接单时间已过', '您写的已存为草稿，请重新接单'],
  'in-flight': [409, '上一次提交还在处理', '请等几秒再看结果'],
  'too-large': [413, '文件太大了', '每张照片请小于 4MB'],
  'wrong-content-type': [415, '格式不对', '请换一张照片再试'],
  'not-a-photo': [415, '这个文件不是照片', '请换一张 JPG 或 PNG 照片'],
  'not-a-file': [415, '只能传照片或 PDF', '请换一个文件再试'],
  'photo-unreadable': [422, '这张照片打不开', '请重新拍一张'],
  'photo-too-big': [422, '这张照片尺寸太大', '请重新拍一张，或发截图'],
  'id-reused': [422, '这次提交和上一次对不上', '请返回首页重新填写'],
  'place-unknown': [422, '没有找到这个地点', '请在列表里重新选小区和楼栋'],
  'place-outside': [422, '这个地点不在本镇范围内', '请改选地点，或拨打 12345'],
  'words-or-photo': [422, '还没有照片，也没有文字', '请拍一张照片，或写一句话'],
  'photo-needed': [422, '办结要有现场照片', '请拍一张处理后的照片'],
  'photo-not-ready': [422, '照片还没有传好', '请等照片传完再提交'],
  'photo-not-passed': [422, '这张照片还不能公开', '请换一张，或等照片检查完'],
  'no-consent': [422, '上报人没有同意公开', '没有同意就不能公示'],
  'words-needed': [422, '裁定要写明理由', '请写一句为什么交给这个网格'],
  'still-free': [422, '这几天还有空的时间', '不用候补，直接选一个'],
  'too-many-bookings': [422, '您已经有两个预约了', '先取消一个，或等见过以后再约'],
  'one-at-a-time': [422, '现在一次只能约一个', '最近有两次约好了没有来。先见了这一个，或取消它，再约'],
  'neutral-adviser-needed': [422, '这位律师由村委会聘请，不便接待', '请选别的律师的时间'],
  'wrong-place': [422, '这不是您预约的地点', '请扫预约地点墙上的码'],
  'she-has-enough': [422, '这位居民已经有约了', '请她先见过或取消一个，再替她约'],
  'nothing-here': [422, '今天这里没有您的预约', '现场有空的话，可以请律师给您加一个'],
  'lecture-full': [409, '这一场坐满了', '请和律师说一声，或约下一场'],
  'no-video': [409, '这个小程序还没有开通视频', '请选现场或电话'],
  'place-in-use': [409, '还有时间排在这个地点', '请先让律师把这些时间换到别的地点'],
  'mandate-needed': [422, '替别人约，要先问过本人', '本人同意了，再点一下「同意」'],
  'contact-needed': [409, '电话咨询要有公开的联系电话', '请先填好联系电话；不想公开，请先停用电话咨询的时间'],
  'hours-overlap': [422, '和您的另一段时间重叠了', '请错开，或先停用那一段'],
  'too-early': [422, '还没有到时间', '签到从开始前 30 分钟起，其他等开始以后'],
  'no-adviser': [422, '这里还没有能接单的法律顾问', '请拨打 12348 法律援助热线，免费'],
  'guardian-needed': [422, '未满 14 岁要有监护人同意', '请监护人点一下「我同意」'],
  'follow-ups-used': [422, '接着问的次数用完了', '可以再提一个新问题'],
  'still-recognisable': [422, '这段文字还认得出是谁', '请改掉标出的地方再提交'],
  supervised: [422, '这件事已经在督办', '再次督办只能把时间提前'],
  'return-refused': [422, '这件事不能再退了', '已退过两次，请直接处理或指派'],
  'too-late': [422, '已经过了可以这样做的时间', '如仍需要，请重新提交一次'],
  'own-report': [422, '这是您自己上报的事', '在「我的事项」里看进度'],
  'too-many': [429, '操作太频繁了', '请过一会儿再试'],
  'wechat-busy': [503, '微信那边暂时没有回应', '请过一分钟再试'],
  bug: [500, '系统出错了', '已经通知技术人员，请过一会儿再试'],
} as const satisfies Record<string, readonly [status: number, title: string, advice: string]>

export type ProblemCode = keyof typeof problems

/** Thrown by verbs and queries; the handler turns it into the answer. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly fields: WrongField[] | undefined
  /** When it is worth trying again, where that is known. */
  readonly afterSeconds: number | undefined
  readonly choices: unknown[] | undefined
  constructor(code: ProblemCode, fields?: WrongField[], afterSeconds?: number, choices?: unknown[]) {
    super(code)
    this.code = code
    this.fields = fields
    this.afterSeconds = afterSeconds
    this.choices = choices
  }
}

export const refuse = (code: ProblemCode, fields?: WrongField[]): never => {
  throw new Refusal(code, fields)
}

export const toProblem = (
  code: ProblemCode,
  fields?: WrongField[],
  instance?: string,
  choices?: unknown[],
): Problem => {
  const [status, title, detail] = problems[code]
  return { type: `/api/docs#${code}`, title, status, detail, code, instance, fields, choices }
}
