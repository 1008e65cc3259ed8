import { setTimeout as pause } from 'node:timers/promises'
import { PlatformFailure } from './platform-call.ts'

export type Token = { value: string; seconds: number }

/** Where instances share a token: one fetches, the others wait for it. */
export type TokenShare = {
  find: () => Promise<Token | undefined>
  /** True for the one caller that shall fetch. */
  lease: () => Promise<boolean>
  keep: (token: Token | undefined) => Promise<void>
  drop: (value: string) => Promise<void>
}

export type TokenKeeper = {
  get: () => Promise<string>
  /** This token has turned out stale; nothing happens where another has taken its place. */
  drop: (stale: string) => Promise<void>
}

const pauseMs = 200
const mostPauses = 20
const stale = new Set(['40001', '40014', '42001'])

/**
 * Keeps one access token: many callers at once cause one fetch, in this process and, with a share, among all instances;
 * also when it turns out stale for all of them. Renews five minutes before the end.
 */
export const tokenKeeper = (fetchToken: () => Promise<Token>, share?: TokenShare): TokenKeeper => {
  let kept: Promise<string> | undefined
  let current = ''
  let until = 0
  const remember = ({ value, seconds }: Token) => {
    current = value
    until = performance.now() + Math.max(seconds - 300, 30) * 1000
    return value
  }
  const get = (): Promise<string> => {
    if (kept && performance.now() < until) return kept
    current = ''
    until = Number.POSITIVE_INFINITY
    const fresh = (share ? fetchAmongAll(fetchToken, share) : fetchToken()).then(remember)
    fresh.catch(() => {
      if (kept === fresh) kept = undefined
    })
    kept = fresh
    return fresh
  }
  return {
    get,
    drop: async value => {
      if (value !== current) return
      kept = undefined
      current = ''
      await share?.drop(value)
    },
  }
}

const fetchAmongAll = async (fetchToken: () => Promise<Token>, share: TokenShare): Promise<Token> => {
  for (let turn = 0; turn < mostPauses; turn++) {
    const found = await share.find()
    if (found) return found
    if (await share.lease()) {
      const token = await fetchToken().catch(async error => {
        await share.keep(undefined)
        throw error
      })
      await share.keep(token)
      return token
    }
    await pause(pauseMs)
  }
  throw new PlatformFailure('no-token')
}

/** Calls with the access token; a stale one is fetched anew once. */
export const withToken =
  (token: TokenKeeper) =>
  async <T>(call: (value: string) => Promise<T>): Promise<T> => {
    const value = await token.get()
    try {
      return await call(value)
    } catch (error) {
      if (!(error instanceof PlatformFailure && stale.has(error.code))) throw error
      await token.drop(value)
      return call(await token.get())
    }
  }
