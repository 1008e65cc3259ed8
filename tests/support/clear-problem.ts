import type { ProblemCode } from '@huiyin/shared/core/problem.ts'
import { Problem } from '@huiyin/shared/core/problem-body.ts'
import { problems } from '@huiyin/shared/problems.ts'
import { expect } from 'vitest'

/** What a newcomer's eye would trip over: English, stacks, SQL. */
const notForPeople = /[A-Za-z]{3,}|\bat \/|select |insert /i

/** A refusal as people and phones need it: RFC 9457, plain Chinese, never cached, with the headers of every answer. */
export const expectProblem = async (response: Response, code: ProblemCode): Promise<Problem> => {
  const body = await response.text()
  const problem = Problem.parse(JSON.parse(body))
  expect(problem.code).toBe(code)
  expect(response.status).toBe(problems[code][0])
  expect(problem).toMatchObject({ status: response.status, title: problems[code][1], type: `/api/docs#${code}` })
  expect(Object.keys(problem).sort().join()).toMatch(/^code,detail,(fields,)?instance,status,title,type$/)
  for (const text of [problem.title, problem.detail, ...(problem.fields ?? []).map(it => it.message)]) {
    expect(text).toMatch(/\p{Script=Han}/u)
    expect(text.replace(/JPG|PNG|4MB/g, '')).not.toMatch(notForPeople)
    expect([...text].length).toBeLessThanOrEqual(40)
  }
  expect(Object.fromEntries(response.headers)).toMatchObject(headersOfEveryAnswer)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(problem.instance).toBe(response.headers.get('x-request-id'))
  return problem
}

export const headersOfEveryAnswer = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': expect.stringMatching(/^max-age=31536000\b/),
  'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
}
