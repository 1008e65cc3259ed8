import type { Db } from '@huiyin/db/core/client.ts'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'

/** Every row of every table as PostgreSQL writes it, and where each sequence stands. */
export type Dump = { tables: Record<string, object[]>; sequences: Record<string, string> }

/** Columns that may be written: what is generated comes by itself. */
const columnsOf = async (db: Db) => {
  const rows = await rowsOf<{ table: string; columns: string[] }>(
    db,
    sql`select c.table_name as table, json_agg(c.column_name order by c.ordinal_position) as columns
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER' group by 1 order by 1`,
  )
  return rows.map(row => ({ ...row, columns: typeof row.columns === 'string' ? JSON.parse(row.columns) : row.columns }))
}

/** Row by row in the order in which they were written, so that a dump reads like the story. */
export const dumpOf = async (db: Db): Promise<Dump> => {
  const tables: Dump['tables'] = {}
  for (const { table, columns } of await columnsOf(db)) {
    const these = sql.join(
      columns.map((it: string) => sql.identifier(it)),
      sql`, `,
    )
    const [found] = await rowsOf<{ text: string }>(
      db,
      sql`select coalesce(json_agg(row_to_json(t)), '[]')::text as text from (select ${these} from ${sql.identifier(table)} order by ctid) t`,
    )
    tables[table] = JSON.parse(found?.text ?? '[]')
  }
  const rows = await rowsOf<{ name: string; value: string | null }>(
    db,
    sql`select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public'`,
  )
  return { tables, sequences: Object.fromEntries(rows.flatMap(it => (it.value ? [[it.name, it.value]] : []))) }
}

/** Puts a dump into a database of the same schema, in place of what the migrations wrote. Triggers and foreign keys sleep meanwhile. */
export const loadDump = async (db: Db, { tables, sequences }: Dump): Promise<void> => {
  const known = await columnsOf(db)
  await db.transaction(async tx => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const { table, columns } of known) {
      await tx.execute(sql`delete from ${sql.identifier(table)}`)
      const these = sql.join(
        columns.map((it: string) => sql.identifier(it)),
        sql`, `,
      )
      const rows = JSON.stringify(tables[table] ?? [])
      await tx.execute(
        sql`insert into ${sql.identifier(table)} (${these}) overriding system value
          select ${these} from json_populate_recordset(null::${sql.identifier(table)}, ${rows}::json)`,
      )
    }
    for (const [name, value] of Object.entries(sequences))
      await tx.execute(sql`select setval(${name}, ${value}::bigint)`)
  })
}
