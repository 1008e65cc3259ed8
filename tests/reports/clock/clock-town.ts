import type { Operator } from '@huiyin/api/command.ts'
import { runCommand } from '@huiyin/api/commands.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import type { World } from '@huiyin/tests/support/world.ts'
import { sql } from 'drizzle-orm'

const run = (world: World, text: string) => rowsOf(world.outside.db, sql.raw(text))

/** More matters just like this one, with its whole history. Answers their ids. */
export const copiesOf = async (world: World, id: string, count: number): Promise<string[]> => {
  const rows = await rowsOf<{ id: string }>(
    world.outside.db,
    sql`insert into reports select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', r.number || '-' || n))).*
      from reports r, generate_series(1, ${count}::int) n where r.id = ${id}::uuid returning id`,
  )
  const ids = rows.map(row => row.id)
  await rowsOf(
    world.outside.db,
    sql`insert into report_events select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'report_id', c.id))).*
      from report_events e, jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as c(id) where e.report_id = ${id}::uuid order by e.seq`,
  )
  return ids
}

/** What only the owner of the database can do: the first row of a history is gone. Answers the way back. */
export const loseHistory = async (world: World, id: string): Promise<() => Promise<void>> => {
  const untied = async (text: string) => {
    await run(world, 'alter table report_steps disable trigger all')
    await run(world, text)
    await run(world, 'alter table report_steps enable trigger all')
  }
  await untied(`create table lost as select * from report_steps where report_id = '${id}'`)
  await untied(`delete from report_steps where report_id = '${id}'`)
  return async () => {
    await untied('insert into report_steps select * from lost')
    await run(world, 'drop table lost')
  }
}

export const retire = (world: World, areaId: string, retired = true) =>
  run(world, `update areas set retired = ${retired} where id = '${areaId}'`)

/** Takes matters out of the town's days: nothing is due with them any more. */
export const forget = (world: World, ids: readonly string[]) =>
  rowsOf(
    world.outside.db,
    sql`update reports set state = 'withdrawn', due_at = null, due_for = null where id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
  )

/** A version that is not the database's: what this statement changes, the next one changes back. */
export const change = run

/** A line of the operator's. */
export const operator = (world: World) => {
  const { db, keys } = world.outside
  return async (...words: string[]) =>
    runCommand({ db, now: world.clock.now, read: async () => undefined, keys } satisfies Operator, words)
}

type Ready = {
  ok: boolean
  clocks: { setAside: number; lagSeconds: number; troubles: { clock: string; why: string; code: string | null }[] }
}

export const ready = async (world: World): Promise<Ready & { status: number }> => {
  const answer = await world.anybody('/readyz')
  return { status: answer.status, ...((await answer.json()) as Ready) }
}
