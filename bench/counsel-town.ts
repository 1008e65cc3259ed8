import { createHash } from 'node:crypto'
import postgres from 'postgres'

/** One township of so many villages with `advisers` in each, and residents who may want one. */
export type CounselTown = { villages: number; advisers: number }

export const village = (n: string) => `'v' || lpad((${n})::text, 5, '0')`
/** A version 8 UUID from the hash, as the contracts want one. */
export const id = (kind: string, n: string) =>
  `overlay(overlay(md5('${kind}' || ${n}) placing '8' from 13) placing '8' from 17)::uuid`
/** The id of the n-th adviser, as `id` makes it. */
export const adviserId = (n: number) => {
  const hex = [...createHash('md5').update(`adviser${n}`).digest('hex')].toSpliced(12, 1, '8').toSpliced(16, 1, '8')
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
export const villageCode = (n: number) => `v${String(n).padStart(5, '0')}`
/** Token of the n-th adviser (from 1; the k-th of village v is (v - 1) × advisers + k), or of the n-th resident. */
export const counselToken = (kind: 'adviser' | 'asker', n: number) => `bench-${kind}-${String(n).padStart(8, '0')}`
export const askers = 2_000

/** Fills a migrated, empty database. */
export const fillCounsel = async (url: string, { villages, advisers }: CounselTown): Promise<void> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const people = (kind: 'adviser' | 'asker', count: number) => [
    `insert into people (id, openid, name, created_at) select ${id(kind, 'n')}, '${kind}-' || n, '顾问', now() from generate_series(1, ${count}) n`,
    `insert into sessions select encode(sha256(('bench-${kind}-' || lpad(n::text, 8, '0'))::bytea), 'hex'), ${id(kind, 'n')}, now(), now() + interval '1 year' from generate_series(1, ${count}) n`,
  ]
  const all = villages * advisers
  const statements = [
    `insert into areas (id, level, name, path) values ('d001', 'district', '云溪区', '/d001/')`,
    `insert into areas (id, level, name, parent_id, path) values ('t001', 'township', '青禾镇', 'd001', '/d001/t001/')`,
    `insert into areas (id, level, name, parent_id, path) select ${village('n')}, 'community', '第' || n || '村', 't001', '/d001/t001/' || ${village('n')} || '/' from generate_series(1, ${villages}) n`,
    ...people('adviser', all),
    ...people('asker', askers),
    `insert into postings (person_id, role, title, area_id, rank, from_at) select ${id('adviser', 'n')}, 'adviser', '法律顾问', ${village(`(n - 1) / ${advisers} + 1`)}, n % ${advisers}, '2020-01-01' from generate_series(1, ${all}) n`,
  ]
  for (const it of statements) await sql.unsafe(it)
  await sql.unsafe('vacuum analyze')
  await sql.unsafe('checkpoint')
  await sql.end()
}
