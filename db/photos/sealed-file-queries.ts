import { asc, eq, type SQL, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, json, moment } from '../core/values.ts'
import { afterTry, type DayLimit, takenOver } from './queries.ts'
import { sealedFiles } from './tables.ts'

export type FileRow = typeof sealedFiles.$inferSelect

/**
 * The bytes of a file are kept: true when this call made that step. A file is known from the moment a matter names it, or from
 * now on. A key given up meanwhile makes none.
 */
export const markFileStored = async (
  db: Db,
  file: {
    id: string
    ownerId: string
    kind: 'photo' | 'pdf'
    storageKey: string
    keyCipher: string
    sourceHash: string
  },
  now: Date,
): Promise<boolean> => {
  const rows = await rowsOf(
    db,
    sql`
    with noted as (select key from photo_keys where key = ${file.storageKey} for update),
    stored as (
      insert into sealed_files (id, owner_id, kind, storage_key, key_cipher, source_hash, created_at)
      select ${file.id}::uuid, ${file.ownerId}::uuid, ${file.kind}, noted.key, ${file.keyCipher}, ${file.sourceHash}, ${moment(now)} from noted
      on conflict (id) do update set kind = excluded.kind, storage_key = excluded.storage_key, key_cipher = excluded.key_cipher, source_hash = excluded.source_hash, lost = null, lost_at = null
        where sealed_files.owner_id = excluded.owner_id and sealed_files.storage_key is null
      returning id
    ), taken as (${takenOver([file.storageKey], sql`stored`)})
    select id from stored`,
  )
  return rows.length > 0
}

/** Files whose key is sealed otherwise, for sealing anew. `past`: the last id of the batch before. */
export const listFilesSealedOtherwise = (
  db: Db,
  prefix: string,
  past: string | undefined,
  limit: number,
): Promise<{ id: string; cipher: string }[]> =>
  rowsOf(
    db,
    sql`select id, key_cipher as cipher from sealed_files where key_cipher is not null and not starts_with(key_cipher, ${prefix})
      and (${past ?? null}::uuid is null or id > ${past ?? null}::uuid) order by id ${atMost(limit)}`,
  )

export const sealFileAnew = async (
  db: Db,
  { id, before, cipher }: { id: string; before: string; cipher: string },
): Promise<void> => {
  await rowsOf(
    db,
    sql`update sealed_files set key_cipher = ${cipher} where id = ${id}::uuid and key_cipher = ${before} returning id`,
  )
}

/** Files that no matter has named since then. */
export const listUnattached = (
  db: Db,
  before: Date,
  limit: number,
): Promise<{ id: string; storageKey: string | null }[]> =>
  rowsOf(
    db,
    sql`select id, storage_key as "storageKey" from sealed_files where matter_id is null and created_at < ${moment(before)} order by created_at ${atMost(limit)}`,
  )

export const deleteUnattached = async (db: Db, id: string): Promise<void> => {
  await rowsOf(db, sql`delete from sealed_files where id = ${id}::uuid and matter_id is null returning id`)
}

/** All files of a matter, as they came. */
export const listFilesOf = (db: Db, matterId: string): Promise<FileRow[]> =>
  db
    .select()
    .from(sealedFiles)
    .where(eq(sealedFiles.matterId, matterId))
    .orderBy(asc(sealedFiles.seq), asc(sealedFiles.position))

export const findFile = async (db: Db, id: string): Promise<FileRow | undefined> => {
  const [row] = await db.select().from(sealedFiles).where(eq(sealedFiles.id, id))
  return row
}

/** As `reservePhoto`, of a file; what never arrived does not count. */
export const reserveFile = (
  db: Db,
  { id, ownerId, day, since }: { id: string; ownerId: string; day: string; since: Date },
  most: DayLimit,
  now: Date,
): Promise<boolean> =>
  afterTry(
    db,
    { ownerId, day, most: most.tries },
    sql`
      with known as (select from sealed_files where id = ${id}::uuid),
      sent as (select count(*) as n from sealed_files where owner_id = ${ownerId}::uuid and created_at > ${moment(since)} and lost is null
        and (storage_key is not null or created_at > ${moment(now)} - interval '1 minute')),
      named as (
        insert into sealed_files (id, owner_id, created_at)
        select ${id}::uuid, ${ownerId}::uuid, ${moment(now)} from sent where n < ${most.kept}::int and not exists (select from known)
        on conflict do nothing
      )
      select from sent where n < ${most.kept}::int or exists (select from known)`,
  )

/** Its bytes were refused for what they are: they are not awaited any more. */
export const markFileRefused = async (db: Db, id: string, ownerId: string, now: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`update sealed_files set lost = 'refused', lost_at = ${moment(now)} where id = ${id}::uuid and owner_id = ${ownerId}::uuid and storage_key is null`,
  )
}

/** SQL, two CTEs behind `moved` (id, seq). Files named by a step: hers, and in no other matter. Their bytes may still be on the phone. */
export const attachedFiles = (ids: readonly string[], ownerId: string, now: Date): SQL => sql`
    attached as (
      insert into sealed_files (id, owner_id, matter_id, seq, position, created_at)
      select f.id, ${ownerId}::uuid, m.id, m.seq, f.position, ${moment(now)}
      from moved m cross join (select value::uuid, ordinality::int from jsonb_array_elements_text(${json(ids)}) with ordinality) as f(id, position)
      on conflict (id) do update set matter_id = excluded.matter_id, seq = excluded.seq, position = excluded.position
        where sealed_files.owner_id = excluded.owner_id and sealed_files.matter_id is null
      returning id
    ), counted as (
      select case when (select count(*) from attached) < ${ids.length}::int and exists (select from moved)
        then huiyin_refuse('a file belongs to another matter or person') end as fine
    )`
