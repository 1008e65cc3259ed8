import { rowsOf } from '@huiyin/db/core/client.ts'
import { seal, sign } from '@huiyin/dev/wechat/push-crypto.ts'
import { envelope, type PushEvent } from '@huiyin/dev/wechat/push-format.ts'
import { demoSettings } from '@huiyin/dev/wechat/settings.ts'
import type { PushRecord } from '@huiyin/dev/wechat/state.ts'
import { sql } from 'drizzle-orm'
import { pushUrl, type Someone, type World } from '../support/world.ts'

export const { token, encodingAESKey } = demoSettings.push
export const modes = ['safe', 'plain'] as const
export const formats = ['json', 'xml'] as const

/** In plain mode the service has no key, as the platform sends none. */
export const envOf = (mode: 'safe' | 'plain'): Record<string, string> =>
  mode === 'plain' ? { WECHAT_PUSH_KEY: '' } : {}

/** The platform pushes one event now; answers how the deliveries went. */
export const pushed = async (world: World, event: PushEvent): Promise<PushRecord> => {
  await world.wechat.control.push(event)
  return world.wechat.control.pushes().at(-1) as PushRecord
}

export const revoked = (openid: string, sort: string): PushEvent => ({
  event: 'user_authorization_revoke',
  from: 'platform-account',
  fields: { OpenID: openid, AppID: demoSettings.appid, RevokeInfo: sort, PluginID: '', OpenPID: '' },
})

/** A record as it went out, with what a third hand did to it on the way. */
export const resend = (
  world: World,
  record: Pick<PushRecord, 'url' | 'body'>,
  changes: Record<string, string> = {},
) => {
  const target = new URL(record.url)
  const { body = record.body, ...query } = changes
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value)
  return world.anybody(target.pathname + target.search, { method: 'POST', body })
}

/** Any message, sealed and signed as the platform would have done it just now. */
export const sealed = (world: World, message: string, appid = demoSettings.appid) =>
  signed(world, seal(encodingAESKey, message, appid, '0123456789abcdef'))

/** Any sealed text with a good signature. */
export const signed = (world: World, text: string) => {
  const [timestamp, nonce] = [String(Math.floor(world.clock.now.getTime() / 1000)), '12345678']
  const query = new URLSearchParams({ timestamp, nonce, msg_signature: sign(token, timestamp, nonce, text) })
  return { url: `${pushUrl}?${query}`, body: envelope('json', demoSettings.originalId, text) }
}

/** What is kept of a person, by id: the openid may be gone. */
export const kept = async (world: World, { id }: Someone) => {
  const [row] = await rowsOf<{ openid: string | null; name: string; phone: string | null; home: string | null }>(
    world.outside.db,
    sql`select openid, name, coalesce(phone_cipher, phone_index, phone_mask) as phone, home_id as home from people where id = ${id}::uuid`,
  )
  return row
}

export const count = async (world: World, table: string): Promise<number> => {
  const [row] = await rowsOf<{ n: number }>(
    world.outside.db,
    sql`select count(*)::int as n from ${sql.identifier(table)}`,
  )
  return row?.n ?? 0
}
