import { rowsOf } from '@huiyin/db/core/client.ts'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { demoTemplateIds } from '@huiyin/dev/wechat/templates.ts'
import { sql } from 'drizzle-orm'
import type { World } from '../support/world.ts'

/** Settings of a town that has every channel but short messages. */
export const channelsEnv: Record<string, string> = {
  EMPLOYEE_TEMPLATES: demoEnv('').WECHAT_TEMPLATES ?? '',
  SERVICE_APPID: 'wxdemoservice00001',
  SERVICE_SECRET: 'demo-service-secret',
  SERVICE_TEMPLATES: demoEnv('').WECHAT_TEMPLATES ?? '',
  WECOM_CORPID: 'wwdemohuiyin',
  WECOM_SECRET: 'demo-wecom-secret',
  WECOM_AGENTID: '1000002',
}

export type Ways = { employee?: boolean; wecomUserid?: string; serviceOpenid?: string; phone?: string }

/** By which ways people can be reached beyond the mini-program; nobody else has any. */
export const reachable = async (world: World, ways: Record<string, Ways>): Promise<void> => {
  const { db, keys } = world.outside
  await rowsOf(
    db,
    sql`update people set employee_at = null, wecom_userid = null, service_openid = null, phone_cipher = null, phone_index = null, phone_mask = null`,
  )
  for (const [openid, { employee, wecomUserid, serviceOpenid, phone }] of Object.entries(ways)) {
    const { id } = await world.someone(openid)
    if (employee) world.wechat.control.bindEmployee(openid, Object.values(demoTemplateIds))
    await rowsOf(
      db,
      sql`update people set employee_at = ${employee ? '2026-01-01T00:00:00Z' : null}::timestamptz, wecom_userid = ${wecomUserid ?? null},
        service_openid = ${serviceOpenid ?? null}, phone_cipher = ${phone ? keys.seal(phone, `people.phone ${id}`) : null} where id = ${id}::uuid`,
    )
  }
}

/** The group of an area. */
export const setRobot = (world: World, areaId: string, key = 'demo-robot-key') =>
  rowsOf(
    world.outside.db,
    sql`insert into robots (area_id, key_cipher) values (${areaId}, ${world.outside.keys.seal(key, `robot ${areaId}`)})`,
  )

/** What an error code of a channel makes of an alert. */
type Case = [what: string, code: number, state: string]
export const troubles: Record<string, { via: string; path: string; ways: Ways; cases: Case[] }> = {
  'a staff message': {
    via: 'employee',
    path: '/cgi-bin/message/wxopen/employeerelationmsg/send',
    ways: { employee: true },
    cases: [
      ['the platform is busy', -1, 'waiting'],
      ['she has left the relation', 40256, 'failed'],
      ['an openid of nobody', 40257, 'failed'],
      ['a template she has not taken', 50001, 'failed'],
      ['an ability that was not granted', 43104, 'dead'],
      ['wrong arguments', 40097, 'dead'],
    ],
  },
  'a message of the service account': {
    via: 'service',
    path: '/cgi-bin/message/template/send',
    ways: { serviceOpenid: 's-worker' },
    cases: [
      ['the platform is busy', -1, 'waiting'],
      ['she follows no more', 43004, 'failed'],
      ['the day is full', 45009, 'waiting'],
      ['a template that does not exist', 40037, 'dead'],
    ],
  },
  'a card of WeCom': {
    via: 'wecom',
    path: '/cgi-bin/message/send',
    ways: { wecomUserid: 'liqiaoer' },
    cases: [
      ['the platform is busy', -1, 'waiting'],
      ['too many at once', 45033, 'waiting'],
      ['too fast', 45009, 'waiting'],
      ['nobody of that name', 81013, 'failed'],
      ['an unknown member', 60111, 'failed'],
      ['an address that is not trusted', 60020, 'dead'],
      ['a wrong application', 40056, 'dead'],
    ],
  },
  'a message to the group': {
    via: 'robot',
    path: '/cgi-bin/webhook/send',
    ways: {},
    cases: [
      ['the platform is busy', -1, 'waiting'],
      ['too fast', 45009, 'waiting'],
      ['a robot that is gone', 93000, 'dead'],
      ['too long', 40058, 'dead'],
    ],
  },
}
