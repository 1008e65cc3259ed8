import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, moment } from '../core/values.ts'
import { takenOver } from '../photos/queries.ts'

/**
 * The bytes of a file are kept: true when this call made that step. A file is known from the moment a question names it, or from
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
      insert into question_files (id, owner_id, kind, storage_key, key_cipher, source_hash, created_at)
      select ${file.id}::uuid, ${file.ownerId}::uuid, ${file.kind}, noted.key, ${file.keyCipher}, ${file.sourceHash}, ${moment(now)} from noted
      on conflict (id) do update set kind = excluded.kind, storage_key = excluded.storage_key, key_cipher = excluded.key_cipher, source_hash = excluded.source_hash
        where question_files.owner_id = excluded.owner_id and question_files.storage_key is null
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
    sql`select id, key_cipher as cipher from question_files where key_cipher is not null and not starts_with(key_cipher, ${prefix})
      and (${past ?? null}::uuid is null or id > ${past ?? null}::uuid) order by id ${atMost(limit)}`,
  )

export const sealFileAnew = async (
  db: Db,
  { id, before, cipher }: { id: string; before: string; cipher: string },
): Promise<void> => {
  await rowsOf(
    db,
    sql`update question_files set key_cipher = ${cipher} where id = ${id}::uuid and key_cipher = ${before} returning id`,
  )
}

/** Files that no question has named since then. */
export const listUnattached = (
  db: Db,
  before: Date,
  limit: number,
): Promise<{ id: string; storageKey: string | null }[]> =>
  rowsOf(
    db,
    sql`select id, storage_key as "storageKey" from question_files where question_id is null and created_at < ${moment(before)} order by created_at ${atMost(limit)}`,
  )

export const deleteUnattached = async (db: Db, id: string): Promise<void> => {
  await rowsOf(db, sql`delete from question_files where id = ${id}::uuid and question_id is null returning id`)
}
