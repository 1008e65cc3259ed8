/** One call, as anybody could make it. */
export type Ask = { path: string; init?: RequestInit }
export const get = (path: string): Ask => ({ path })
export const send = (method: string, path: string, body: object): Ask => ({
  path,
  init: { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
})
