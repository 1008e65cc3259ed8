import type { Permit } from '@huiyin/shared/alerts/alert.ts'
import type { Template } from '@huiyin/shared/alerts/alert-kind.ts'
import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { platform } from './device/platform.ts'
import { queries } from './query.tsx'
import { call } from './sending/wire.ts'

const key = [alertRoutes.listPermits.path, {}]

const known = () => queries.getQueryData<{ items: Permit[] }>(key)?.items ?? []

/** Read ahead, so that a tap can ask at once: WeChat forbids waiting for anything before it. */
export const readPermits = () =>
  queries
    .fetchQuery({ queryKey: key, queryFn: () => call(alertRoutes.listPermits, {}), staleTime: 60_000 })
    // Then the next tap asks for nothing, and goes out all the same.
    .catch(() => undefined)

const record = async (results: Awaited<ReturnType<typeof platform.subscribe>>) => {
  if (Object.keys(results).length === 0) return
  const id = await platform.newId()
  queries.setQueryData(key, await call(alertRoutes.recordPermits, { id, results }))
}

/**
 * Asks WeChat for one more message of each template, and answers what she said. Must stand in the tap itself, before any `await`.
 * Rejects where WeChat did not ask her.
 */
export const requestPermits = async (wanted: Template[]): ReturnType<typeof platform.subscribe> => {
  const ids = known()
    .filter(permit => wanted.includes(permit.template) && permit.templateId)
    .slice(0, 3)
    .map(permit => permit.templateId)
  if (ids.length === 0) return {}
  const results = await platform.subscribe(ids)
  // WeChat tells the server of the same tap.
  void record(results).catch(() => undefined)
  return results
}
