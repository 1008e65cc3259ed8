import { getHealth } from '@huiyin/db/alerts/status-queries.ts'
import { countCrashes } from '@huiyin/db/crashes/queries.ts'
import { knowKinds } from '@huiyin/shared/alerts/alert-kind.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { problems } from '@huiyin/shared/problems.ts'
import { createDelivery } from './alerts/deliver-alerts.ts'
import { addPush } from './alerts/push/receive-push.ts'
import { allClocks, type Chores, createChores } from './chores.ts'
import type { Clock } from './core/clock-hand.ts'
import { createClockHealth } from './core/clock-health.ts'
import { openDoors } from './core/doors.ts'
import { createHandler, type HttpApp } from './core/handler.ts'
import { oneAtATime } from './core/one-at-a-time.ts'
import { openapiOf } from './core/openapi.ts'
import type { Outside } from './core/outside.ts'
import { sameText } from './core/secrets.ts'
import { docsWords } from './core/words.ts'
import { findMissingYears } from './grids/find-missing-years.ts'
import { rooms } from './rooms.ts'

/** `deliver`: everything due goes out, and silent ladders climb; it runs after every write and with the chores. */
export type Api = { fetch: (request: Request) => Promise<Response>; chores: Chores; deliver: () => Promise<void> }

/** The whole service behind one `fetch`. */
export const createApi = (outside: Outside): Api => {
  for (const { alerts, doors } of rooms) {
    if (alerts) knowKinds(alerts)
    if (doors) openDoors(doors)
  }
  const service = { rooms: rooms.flatMap(room => room.answers?.(outside) ?? []), problems }
  const deliver = createDelivery(outside)
  const check = oneAtATime(() => checkAll(outside))
  const clocks = allClocks(outside)
  const chores = createChores(outside, clocks, { deliver, check })
  const afterWrite = async () => {
    await Promise.all([deliver(), check()])
  }
  const app = createHandler(service, outside, afterWrite)
  addHealth(app, outside, clocks)
  addCron(app, outside, chores)
  addPush(app, outside, Object.assign({}, ...rooms.map(room => room.pushes?.(outside) ?? {})))
  // Described when first asked for: it would cost every cold start some 20 ms.
  let description: object | undefined
  app.get('/api/openapi.json', c => {
    description ??= openapiOf(service)
    return c.json(description)
  })
  app.get('/api/docs', c => c.html(docsPage))
  return { fetch: async request => app.fetch(request), chores, deliver }
}

/** What the platform has still to say about what was written. Answers how many were settled. */
const checkAll = async (outside: Outside): Promise<number> => {
  let checked = 0
  for (const { checks } of rooms) checked += (await checks?.(outside)) ?? 0
  return checked
}

/** The description to read and try; the script is a static file beside the mini-program's pages. */
const docsPage = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${docsWords.page}</title>
<meta name="viewport" content="width=device-width"><script type="module" src="/assets/rapidoc-min.js"></script>
<rapi-doc spec-url="/api/openapi.json" render-style="read" theme="light" primary-color="#1f5c55" load-fonts="false" allow-server-selection="false"></rapi-doc></html>`

/**
 * `/healthz`: this process answers. `/readyz`: it can also reach its database, and no clock has failed or is late, whoever runs them
 * (else 503); with the backlog of alerts, years without days off, and how many kinds of errors phones have told of in a day.
 */
const addHealth = (app: HttpApp, outside: Outside, clocks: readonly Clock[]) => {
  const { db, now, keepTime } = outside
  const getClockHealth = createClockHealth(outside, clocks)
  app.get('/healthz', c => c.json({ ok: true }))
  app.get('/readyz', async c => {
    await keepTime()
    const health = await getClockHealth()
    const ok = health.troubles.length === 0
    const daysMissing = await findMissingYears({ db }, now())
    const crashes = await countCrashes(db, new Date(now().getTime() - 86_400_000))
    return c.json({ ok, alerts: await getHealth(db, now()), daysMissing, crashes, clocks: health }, ok ? 200 : 503)
  })
}

/** For the host's scheduler, which sends the secret as a bearer token. */
const addCron = (app: HttpApp, { env }: Outside, chores: Chores) => {
  app.get('/api/cron', async c => {
    const given = c.req.header('authorization') ?? ''
    if (!env.CRON_SECRET || !sameText(given, `Bearer ${env.CRON_SECRET}`)) return refuse('not-signed-in')
    return c.json({ ok: true, ...(await chores()) })
  })
}
