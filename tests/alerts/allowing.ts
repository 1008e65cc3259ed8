import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import type { AlertState } from '@huiyin/shared/alerts/alert.ts'
import type { Template } from '@huiyin/shared/alerts/alert-kind.ts'
import { sql } from 'drizzle-orm'
import { freshWechat } from '../support/impatient.ts'
import type { Someone, World } from '../support/world.ts'

/** Somebody taps 允许 for a template `times` times: on the phone, at WeChat, and in the ledger. */
export const allow = async (world: World, person: Someone, template: Template, times = 1): Promise<string> => {
  const { items } = await person.call('listPermits', {})
  const templateId = items.find(it => it.template === template)?.templateId ?? ''
  for (let tap = 0; tap < times; tap++) {
    world.wechat.control.subscribe(person.openid, { [templateId]: 'accept' })
    await person.call('recordPermits', { id: randomUUID(), results: { [templateId]: 'accept' } })
  }
  return templateId
}

export const leftFor = async (person: Someone, template: Template): Promise<number | undefined> =>
  (await person.call('listPermits', {})).items.find(it => it.template === template)?.left

export const leak = (more: object = {}) => ({
  id: randomUUID(),
  words: '楼道水管漏水，地上都是水',
  buildingId: 't001v1g1b1',
  ...more,
})

export type SentRow = {
  id: string
  state: AlertState
  code: string | null
  attempts: number
  seconds: number
}

/** The WeChat rows that told one person of one new report; `seconds`: how far away the next attempt is. */
export const wechatRows = (world: World, person: Someone, reportId: string): Promise<SentRow[]> =>
  rowsOf<SentRow>(
    world.outside.db,
    sql`select id, state, code, attempts, extract(epoch from due_at - ${world.clock.now.toISOString()}::timestamptz)::int as seconds
      from alerts where recipient_id = ${person.id}::uuid and channel = 'wechat' and kind = 'report-new' and matter_id = ${reportId}::uuid order by created_at, id`,
  )

/** What reached a phone, as shown on the card. */
export const cardsOf = (world: World, openid: string) =>
  world.wechat.control.sent().flatMap(it => (it.channel === 'subscribe' && it.openid === openid ? [it] : []))

/** A quiet morning again, on the same database: nothing waits, nobody has permits, WeChat has forgotten everything. */
export const calm = async (world: World, openids: readonly string[]): Promise<Someone[]> => {
  await world.settle()
  world.wechat.control.reset()
  world.outside.wechat = freshWechat(world)
  world.clock.forward(1)
  await rowsOf(
    world.outside.db,
    sql`truncate alerts, alert_attempts, quota_windows, shared_tokens, permits, permit_taps, permit_accepts, push_events, word_checks`,
  )
  return Promise.all(openids.map(world.someone))
}
