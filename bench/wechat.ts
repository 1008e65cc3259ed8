import { createFakeWechat } from '../dev/wechat/server.ts'
import { demoTemplateIds } from '../dev/wechat/templates.ts'

/** The fake WeChat for a bench, at the end of a line as long as the real one's. */
export type Question =
  | { ask: 'people'; workers: readonly string[]; residents: readonly string[] }
  /** When the first message about each report came in, in milliseconds since 1970, by report id. */
  | { ask: 'arrivals' }
  /** How many messages arrived on all channels, and how many were refused or dropped for being too many. */
  | { ask: 'received' }

const wechat = createFakeWechat({ sendMs: 100 })
const { url } = await wechat.listen()

const answer = (question: Question) => {
  if (question.ask === 'arrivals') return arrivals()
  if (question.ask === 'received') return received()
  for (const openid of question.workers) wechat.control.credits(openid, demoTemplateIds.newTask, 1_000_000)
  for (const openid of question.residents) wechat.control.visit(openid)
  return 'ready'
}

const arrivals = () => {
  const first: Record<string, number> = {}
  for (const { path, body, arrivedAt } of wechat.control.calls()) {
    const [, id] = path === '/cgi-bin/message/subscribe/send' ? (/id=([0-9a-f-]{36})/.exec(body) ?? []) : []
    if (id) first[id] ??= arrivedAt.getTime()
  }
  return first
}

const received = () => {
  const sent = wechat.control.sent()
  const robots = wechat.control.calls().filter(it => it.path === '/cgi-bin/webhook/send').length
  const dropped = sent.flatMap(it => (it.channel === 'wecom' ? it.dropped : [])).length
  return { sent: sent.length, tooMany: dropped + robots - sent.filter(it => it.channel === 'robot').length }
}

process.on('message', (question: Question) => process.send?.(answer(question)))
process.on('disconnect', () => process.exit())
process.send?.({ url })
