import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'

/** Names of these files hold their contents' hash (`miniapp/config`): a phone may keep them for good. */
const hashed = /\/(?:js|chunk|css|static)\/[^/]+$/

/**
 * The pages for browsers, from the folder they were built into: compressed where the browser reads it (`dev/finish-pages.ts` lays
 * the compressed ones beside them), kept for good where the name says what is inside, asked for anew everywhere else.
 */
export const servePages = (root: string, rewriteRequestPath = (path: string) => path): MiddlewareHandler => {
  const files = serveStatic({ root, precompressed: true, rewriteRequestPath })
  return async (c, next) => {
    const answer = await files(c, next)
    if (answer?.ok)
      answer.headers.set('cache-control', hashed.test(c.req.path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    return answer
  }
}
