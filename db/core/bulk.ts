import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from './client.ts'

const rowsAtOnce = 4000

/**
 * Inserts many rows of one table quickly (imports, the demo, benchmarks). Rows have the table's own column names; points
 * are `(x,y)`, polygons `((x,y),…)`, moments ISO 8601. Rows whose key is there already stay as they are.
 */
export const insertRows = async (db: Db, table: string, rows: readonly object[]): Promise<void> => {
  const [columns] = rows.slice(0, 1).map(row => Object.keys(row).map(name => sql.identifier(name)))
  if (!columns) return
  const names = sql.join(columns, sql`, `)
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    const part = JSON.stringify(rows.slice(first, first + rowsAtOnce))
    const values = sql`select ${names} from jsonb_populate_recordset(null::${sql.identifier(table)}, ${part}::jsonb)`
    await rowsOf(db, sql`insert into ${sql.identifier(table)} (${names}) ${values} on conflict do nothing`)
  }
}

/** Lets a sequence go on behind `last`. */
export const advanceSequence = async (db: Db, sequence: string, last: number): Promise<void> => {
  await rowsOf(db, sql`select setval(${sequence}::regclass, ${last}::bigint)`)
}
