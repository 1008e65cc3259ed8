import type { Problems } from '../core/common-problem.ts'

export const personProblems = {
  'login-refused': [401, '微信登录没有成功', '请退出小程序重新进入，或拨打 12345'],
  'phone-refused': [422, '没有取到您的手机号', '请再点一次授权；不绑手机也能上报'],
} as const satisfies Problems
