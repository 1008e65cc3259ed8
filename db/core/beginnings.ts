import { getTableColumns, type InferInsertModel, sql } from 'drizzle-orm'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { type Db, rowsOf } from './client.ts'
import { json } from './values.ts'

type Row = Record<string, unknown>

/** Rows of a table that every county begins with and may change. */
export type Beginning = { table: PgTable; rows: readonly Row[] }

export type Beginnings = readonly Beginning[]

export const beginning = <T extends PgTable>(table: T, rows: readonly InferInsertModel<T>[]): Beginning => ({
  table,
  rows,
})

/**
 * Puts in the rows that were never put in before, and remembers each by its key: what a county has changed stays as it is, and what it
 * has taken away does not come back (decision 0021). Safe to run from two instances at once.
 */
export const begin = async (db: Db, beginnings: Beginnings): Promise<void> => {
  for (const it of beginnings) await db.transaction(tx => putIn(tx, it))
}

const putIn = async (tx: Db, { table, rows }: Beginning) => {
  const named = new Map(rows.map(row => [nameOf(table, row), row]))
  const remembered = await rowsOf<{ name: string }>(
    tx,
    sql`insert into drizzle.beginnings (name) select jsonb_array_elements_text(${json([...named.keys()])}) on conflict do nothing returning name`,
  )
  const first = remembered.flatMap(({ name }) => named.get(name) ?? [])
  if (first.length > 0) await tx.insert(table).values(first).onConflictDoNothing()
}

/** `deadlines * urgent accept`: the table and the row's primary key. */
const nameOf = (table: PgTable, row: Row) => {
  const { name, columns, primaryKeys } = getTableConfig(table)
  const key = new Set((primaryKeys[0]?.columns ?? columns.filter(it => it.primary)).map(it => it.name))
  const parts = Object.entries(getTableColumns(table)).flatMap(([property, column]) =>
    key.has(column.name) ? [String(row[property])] : [],
  )
  return [name, ...parts].join(' ')
}
