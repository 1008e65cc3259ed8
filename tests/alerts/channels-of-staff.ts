import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { demoEnv } from '../../dev/demo-env.ts'
import { demoTemplateIds } from '../../dev/wechat/templates.ts'
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
