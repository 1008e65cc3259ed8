import { type SQL, sql } from 'drizzle-orm'

/** Parameters for hand-written statements; one text for any number of values keeps the statement prepared. */
export const moment = (date: Date | null): SQL => sql`${date?.toISOString() ?? null}::timestamptz`
export const json = (value: unknown): SQL => sql`${JSON.stringify(value)}::jsonb`
export const uuids = (ids: readonly string[]): SQL =>
  sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as t(value))`
export const spot = (point: { lng: number; lat: number } | null): SQL =>
  sql`case when ${point?.lng ?? null}::float8 is null then null else point(${point?.lng ?? null}::float8, ${point?.lat ?? null}::float8) end`

/**
 * A set of states as part of the text: a partial index is found only by its own words. Names of the house alone, never what
 * somebody typed.
 */
export const anyOf = (states: readonly string[]): SQL => sql.raw(`('${states.join("', '")}')`)

/**
 * `limit` as part of the text: as a parameter it would be guessed at a tenth of the table, and the statement planned anew
 * every time. Pages have few sizes.
 */
export const atMost = (rows: number): SQL => sql.raw(`limit ${Math.trunc(rows)}`)

/** Postings in force at a moment: begun, and not ended yet. */
export const heldAt = (now: Date): SQL =>
  sql`from_at <= ${moment(now)} and (until_at is null or until_at > ${moment(now)})`

/** Hand-written statements give moments as text. */
export const toDate = (text: string): Date => new Date(text)
