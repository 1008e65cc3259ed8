import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from './client.ts'

/** A token that some instance has fetched, enciphered. `secondsLeft` by the database's clock. */
export type SharedToken = { cipher: string; secondsLeft: number }

/** The token of this name while it is good. */
export const findToken = async (db: Db, name: string): Promise<SharedToken | undefined> => {
  const [row] = await rowsOf<SharedToken>(
    db,
    sql`select cipher, extract(epoch from until - clock_timestamp())::int as "secondsLeft" from shared_tokens
      where name = ${name} and cipher is not null and until > clock_timestamp()`,
  )
  return row
}

/** True for the one caller that shall fetch: nobody else does for the next ten seconds. */
export const leaseFetching = async (db: Db, name: string): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`insert into shared_tokens (name, fetching_until) values (${name}, clock_timestamp() + interval '10 seconds')
      on conflict (name) do update set fetching_until = excluded.fetching_until
      where shared_tokens.fetching_until is null or shared_tokens.fetching_until < clock_timestamp() returning name`,
  )
  return rows.length > 0
}

/** Shares a token that was fetched, or ends the lease without one. */
export const keepToken = async (
  db: Db,
  name: string,
  token: { cipher: string; hash: string; seconds: number } | undefined,
): Promise<void> => {
  await rowsOf(
    db,
    token
      ? sql`update shared_tokens set cipher = ${token.cipher}, hash = ${token.hash}, until = clock_timestamp() + make_interval(secs => ${token.seconds}), fetching_until = null
          where name = ${name}`
      : sql`update shared_tokens set fetching_until = null where name = ${name}`,
  )
}

/** A token has turned out stale: it is nobody's any more, unless it has been replaced already. */
export const dropToken = async (db: Db, name: string, hash: string): Promise<void> => {
  await rowsOf(db, sql`update shared_tokens set until = null where name = ${name} and hash = ${hash}`)
}
