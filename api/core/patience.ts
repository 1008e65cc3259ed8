import { Refusal } from '@huiyin/shared/core/problem.ts'
import { requestLimits } from '@huiyin/shared/core/request-limits.ts'

/** Does work for a request. Once the time is over the caller is told to come again, and the work is told to stop. */
export type Patience = <T>(work: (late: AbortSignal) => Promise<T>) => Promise<T>

/** The patience of one request: its works share the time, and what lies between them costs none. */
export const newPatience = (): Patience => {
  let left: number = requestLimits.patienceMs
  return async work => {
    const began = performance.now()
    const stop = new AbortController()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const busy = new Refusal('busy')
        stop.abort(busy)
        reject(busy)
      }, left)
    })
    return Promise.race([work(stop.signal), late]).finally(() => {
      clearTimeout(timer)
      left = Math.max(0, left - (performance.now() - began))
    })
  }
}
