import type { Problem } from './problem-body.ts'

export type WrongField = { field: string; message: string }

/**
 * What can be refused, by its code: HTTP status, what happened, what to do about it. Each room has its own, in
 * `<noun>-problems.ts`; anything that stands in none of them is a bug and answers as `bug`.
 */
export type Problems = Record<string, readonly [status: number, title: string, advice: string]>

/** Those that a phone finds out by itself; all others come with the answers of the server. */
export const commonProblems = {
  'bad-input': [400, '内容没有填对', '请按提示改一下再提交'],
  'not-allowed': [403, '您没有权限办这一步', '如有疑问请联系网格长'],
  busy: [503, '系统正忙', '您的内容没有丢，请过一会儿再试'],
} as const satisfies Problems

export const commonProblem = (code: keyof typeof commonProblems, fields?: WrongField[]): Problem => {
  const [status, title, detail] = commonProblems[code]
  return { type: `/api/docs#${code}`, title, status, detail, code, fields }
}
