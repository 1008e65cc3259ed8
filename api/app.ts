import { dropOldQuotas } from '@huiyin/db/alerts/delivery-queries.ts'
import { getHealth } from '@huiyin/db/alerts/status-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { alertRoom } from './alerts/answers.ts'
import { createDelivery } from './alerts/deliver-alerts.ts'
import { alertPushes } from './alerts/push/push-handlers.ts'
import { addPush } from './alerts/push/receive-push.ts'
import { settlePushes } from './alerts/push/settle-pushes.ts'
import { bookingRoom, officeRoom, recordRoom, townshipRoom, waitlistRoom } from './consultations/answers.ts'
import { runConsultationsClock } from './consultations/consultations-clock.ts'
import { offerFreedTimes } from './consultations/waitlist.ts'
import { createHandler, type HttpApp } from './core/handler.ts'
import { oneAtATime } from './core/one-at-a-time.ts'
import { openapiOf } from './core/openapi.ts'
import type { Outside } from './core/outside.ts'
import { sameText } from './core/secrets.ts'
import { gridRoom } from './grids/answers.ts'
import { personRoom } from './people/answers.ts'
import { photoRoom, sealedFileRoom } from './photos/answers.ts'
import { lookAfterChecks } from './photos/check-photos.ts'
import { clearFiles } from './photos/clear-files.ts'
import { clearForgotten } from './photos/clear-forgotten.ts'
import { hearPhotoCheck } from './photos/hear-photo-check.ts'
import { adviserRoom, questionRoom } from './questions/answers.ts'
import { legalAnswerRoom } from './questions/legal-answers.ts'
import { runQuestionClock } from './questions/question-clock.ts'
import { reportRoom } from './reports/answers.ts'
import { askStill } from './reports/ask-still.ts'
import { checkWords } from './reports/check-words.ts'
import { clearCopies } from './reports/clear-copies.ts'
import { climbReports } from './reports/climb-reports.ts'
import { findMissingYears } from './reports/find-missing-years.ts'
import { publicationRoom } from './reports/publication-answers.ts'
import { remindVisits } from './reports/remind-visits.ts'

/** What every minute brings: deadlines, words and photos to check, alerts to deliver, copies to clear away. Safe to run twice at once, or late. */
export type Chores = () => Promise<{ climbed: number; checked: number }>

/** `deliver`: everything due goes out, and silent ladders climb; it runs after every write and with the chores. */
export type Api = { fetch: (request: Request) => Promise<Response>; chores: Chores; deliver: () => Promise<void> }

/** The whole service behind one `fetch`. */
export const createApi = (outside: Outside): Api => {
  const rooms = [
    ...[gridRoom, personRoom, photoRoom, sealedFileRoom, alertRoom, reportRoom(outside), publicationRoom()],
    ...[adviserRoom, questionRoom, legalAnswerRoom, bookingRoom, officeRoom, townshipRoom],
    ...[waitlistRoom, recordRoom],
  ]
  const deliver = createDelivery(outside)
  const check = oneAtATime(() => checkWords(outside))
  const chores: Chores = async () => {
    await outside.keepTime()
    const clocks = [climbReports, runQuestionClock, runConsultationsClock, offerFreedTimes]
    let climbed = 0
    for (const run of clocks) climbed += await run(outside)
    await askStill(outside)
    await remindVisits(outside)
    await dropOldQuotas(outside.db, outside.now())
    const rest = [
      settlePushes(outside),
      lookAfterChecks(outside),
      clearCopies(outside),
      clearForgotten(outside),
      clearFiles(outside),
    ]
    const [checked] = await Promise.all([check(), deliver(), ...rest])
    return { climbed, checked }
  }
  const afterWrite = async () => {
    await Promise.all([deliver(), check()])
  }
  const app = createHandler(rooms, outside, afterWrite)
  addHealth(app, outside)
  addCron(app, outside, chores)
  addPush(app, outside, {
    ...alertPushes(outside),
    wxa_media_check: (tx, { fields }, now) => hearPhotoCheck(tx, fields, now),
  })
  // Described when first asked for: it would cost every cold start some 20 ms.
  let description: object | undefined
  app.get('/api/openapi.json', c => {
    description ??= openapiOf(rooms)
    return c.json(description)
  })
  app.get('/api/docs', c => c.html(docsPage))
  return { fetch: async request => app.fetch(request), chores, deliver }
}

/** The description to read and try; the script is a static file beside the mini-program's pages. */
const docsPage = `<!doctype html><html lang="zh"><meta charset="utf-8"><title>回音 API</title>
<meta name="viewport" content="width=device-width"><script type="module" src="/assets/rapidoc-min.js"></script>
<rapi-doc spec-url="/api/openapi.json" render-style="read" theme="light" primary-color="#1f5c55" load-fonts="false" allow-server-selection="false"></rapi-doc></html>`

/** `/healthz`: this process answers. `/readyz`: it can also reach its database; with the backlog of alerts and years without days off. */
const addHealth = (app: HttpApp, { db, now, keepTime }: Outside) => {
  app.get('/healthz', c => c.json({ ok: true }))
  app.get('/readyz', async c => {
    await keepTime()
    return c.json({ ok: true, alerts: await getHealth(db, now()), daysMissing: await findMissingYears({ db }, now()) })
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
