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
    .catch(() => undefined)

const record = async (results: Awaited<ReturnType<typeof platform.subscribe>>) => {
  if (Object.keys(results).length === 0) return
  const id = await platform.newId()
  queries.setQueryData(key, await call(alertRoutes.recordPermits, { id, results }))
}

/**
 * Asks for one more message of each template. Must stand in the tap itself, before any `await`. Resolves when the pop-up is
 * gone, whatever she chose: nothing ever depends on her answer.
 */
export const askPermits = (wanted: Template[]): Promise<void> => {
  const ids = known()
    .filter(permit => wanted.includes(permit.template) && permit.templateId)
    .slice(0, 3)
    .map(permit => permit.templateId)
  if (ids.length === 0) return Promise.resolve()
  return platform.subscribe(ids).then(
    results => void record(results).catch(() => undefined),
    () => undefined,
  )
}
