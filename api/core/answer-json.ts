import type { Route } from '@huiyin/shared/core/route.ts'
import type { Context } from 'hono'
import { sha256 } from './secrets.ts'

/**
 * An answer as JSON. What is read carries an ETag, and whoever names it (`if-none-match`) and would get the same again gets 304 and
 * no body. It is made from the answer itself: whoever may not see it any more is refused before.
 */
export const answerJson = (c: Context, { method, status = 200 }: Route, answer: unknown): Response => {
  c.header('cache-control', 'no-store')
  if (method !== 'GET') return c.json(answer as object, status)
  const text = JSON.stringify(answer)
  const tag = `"${sha256(text)}"`
  c.header('etag', tag)
  if (c.req.header('if-none-match') === tag) return c.body(null, 304)
  return c.body(text, status, { 'content-type': 'application/json' })
}
