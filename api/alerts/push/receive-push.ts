import type { HttpApp } from '@huiyin/api/core/handler.ts'
import type { Outside } from '@huiyin/api/core/outside.ts'
import { type PushHandler, type PushHandlers, pushNames } from '@huiyin/api/core/push-event.ts'
import { jsonLimit, readText } from '@huiyin/api/core/read-body.ts'
import { insertPush } from '@huiyin/db/alerts/push-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { demandSignature, openMessage, type PushQuery } from './open-message.ts'
import { eventsIn, type KeyedEvent } from './push-events.ts'

const path = '/api/wechat/push'
const minute = 60_000
/** Retries and clocks apart make a message this late; what is later is a replay, which the noted key makes harmless. */
const late = 10 * minute
/** Keys are kept for 30 days: what happened before cannot be told from a replay any more. */
const tooLate = 29 * 24 * 60 * minute

/**
 * Where the platform pushes events. Answers `success` once their effects are written, each event's with its key in one
 * transaction; a failure answers as one, and the platform tries again. Not there without a token in the settings.
 */
export const addPush = (app: HttpApp, outside: Outside, handlers: PushHandlers): void => {
  const { WECHAT_PUSH_TOKEN: token, WECHAT_PUSH_KEY: key, WECHAT_APPID: appid } = outside.env
  if (!token) return
  app.use(path, async (c, next) => {
    c.set('routePath', path)
    await next()
  })
  app.get(path, c => {
    const query: PushQuery = c.req.query()
    demandSignature(query.signature, query, token)
    return c.text(query.echostr ?? '')
  })
  app.post(path, async c => {
    const query: PushQuery = c.req.query()
    const now = outside.now()
    const message = await openMessage(await readText(c, jsonLimit), query, { token, key, appid })
    const events = eventsIn(message, now)
    demandTimely(outside, query, events, now)
    await handle(outside, handlers, events, now)
    return c.text('success')
  })
  app.all(path, () => refuse('wrong-method'))
}

const demandTimely = ({ log }: Outside, { timestamp }: PushQuery, events: KeyedEvent[], now: Date): void => {
  if (events.some(({ at }) => now.getTime() - at.getTime() > tooLate)) refuse('not-signed-in')
  const age = now.getTime() - Number(timestamp) * 1000
  if (!(Math.abs(age) <= late)) log.warn({ seconds: Math.round(age / 1000) }, 'push came late')
}

const handle = async ({ db, log }: Outside, handlers: PushHandlers, events: KeyedEvent[], now: Date) => {
  await db.transaction(async tx => {
    for (const event of events) {
      const name = pushNames.find(it => it === event.event)
      const handler: PushHandler | undefined = name && handlers[name]
      if (!handler) log.info({ event: name ?? 'unknown' }, 'push without effect')
      else if (await insertPush(tx, event.key, now)) await handler(tx, event, now)
    }
  })
}
