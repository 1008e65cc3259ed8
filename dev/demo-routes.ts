import type { PhotoStore } from '@huiyin/api/core/adapters/photo-store.ts'
import { Hono } from 'hono'
import type { DemoClock } from './clock.ts'
import { albumKey } from './town/album.ts'
import type { CastMember } from './town/cast.ts'
import type { FakeWechatControl } from './wechat/control.ts'
import { words } from './words.ts'

type Parts = {
  cast: readonly CastMember[]
  wechat: FakeWechatControl
  clock: DemoClock
  photoStore: PhotoStore
  chores: () => Promise<unknown>
}

const longestForward = 24 * 60

/** What the demo page asks for: who can be who, login codes, the demo's clock, messages that WeChat would have shown. */
export const demoRoutes = ({ cast, wechat, clock, photoStore, chores }: Parts): Hono => {
  const routes = new Hono()
  const isCast = (openid: unknown): openid is string => cast.some(it => it.openid === openid)

  routes.get('/people', c => c.json({ items: cast }))

  routes.post('/login-codes', async c => {
    const { openid } = (await c.req.json().catch(() => ({}))) as { openid?: unknown }
    if (!isCast(openid)) return c.json({ title: words.nobody }, 404)
    return c.json({ code: wechat.registerLoginCode(openid) })
  })

  routes.get('/clock', c => c.json({ now: clock.now(), shift: clock.shift() }))

  routes.post('/clock', async c => {
    const { minutes } = (await c.req.json().catch(() => ({}))) as { minutes?: unknown }
    if (typeof minutes === 'number' && minutes > 0 && minutes <= longestForward) clock.forward(minutes * 60_000)
    await chores()
    return c.json({ now: clock.now(), shift: clock.shift() })
  })

  routes.get('/messages', c => {
    const sent = wechat.sent().filter(it => it.channel === 'subscribe')
    const after = c.req.query('after')
    // By the last one seen and not by the hour: a message is dated when WeChat takes it and listed when it has gone out.
    const fresh = after === undefined ? [] : sent.slice(sent.findIndex(it => it.msgid === after) + 1)
    return c.json({ last: sent.at(-1)?.msgid ?? '', items: fresh.map(it => toBubble(wechat, it)) })
  })

  routes.get('/photos/:which{before|after}', async c => {
    const size = c.req.query('thumb') === undefined ? 'jpg' : 'thumb.jpg'
    const bytes = await photoStore.get(`${albumKey('leak', 0, c.req.param('which') === 'after')}.${size}`)
    return bytes ? c.body(Uint8Array.from(bytes), 200, { 'content-type': 'image/jpeg' }) : c.notFound()
  })
  return routes
}

type Sent = Extract<ReturnType<FakeWechatControl['sent']>[number], { channel: 'subscribe' }>

/** A message as WeChat's service notification shows it: title, labelled lines, the page behind it. */
const toBubble = (wechat: FakeWechatControl, { msgid, openid, templateId, title, page, values }: Sent) => {
  const labels = wechat.settings().templates[templateId]?.labels ?? {}
  const lines = Object.entries(values).map(([key, text]) => ({ label: labels[key] ?? '', text }))
  return { id: msgid, openid, title, page: page ?? '', lines }
}
