import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { atMost, moment } from '../core/values.ts'
import { questionTexts, type TextField } from './tables.ts'

export type TextRow = typeof questionTexts.$inferSelect

/** Sealed words of a question, of these kinds alone, in the order in which they were said. Drafts are asked for by author. */
export const listTexts = (
  db: Db,
  questionId: string,
  kinds: readonly Exclude<TextField, 'draft'>[],
): Promise<TextRow[]> =>
  db
    .select()
    .from(questionTexts)
    .where(and(eq(questionTexts.questionId, questionId), inArray(questionTexts.kind, [...kinds])))
    .orderBy(asc(questionTexts.at), asc(questionTexts.seq))

export const findDraft = async (db: Db, questionId: string, authorId: string): Promise<TextRow | undefined> => {
  const [row] = await db
    .select()
    .from(questionTexts)
    .where(
      and(
        eq(questionTexts.questionId, questionId),
        eq(questionTexts.kind, 'draft'),
        eq(questionTexts.authorId, authorId),
      ),
    )
  return row
}

type Sealed = { questionId: string; authorId: string; author: string; seal: (id: string) => string }

export const findText = async (db: Db, id: string): Promise<TextRow | undefined> => {
  const [row] = await db.select().from(questionTexts).where(eq(questionTexts.id, id))
  return row
}

/** Keeps a private note, written once. False when the id is taken. */
export const insertNote = async (db: Db, id: string, note: Sealed, now: Date): Promise<boolean> => {
  const { seal, ...row } = note
  const added = await db
    .insert(questionTexts)
    .values({ ...row, id, kind: 'note', cipher: seal(id), at: now })
    .onConflictDoNothing()
    .returning({ id: questionTexts.id })
  return added.length > 0
}

/** Keeps what an adviser has written so far: one draft for each question and author. `id` is used when there is none yet. */
export const keepDraft = async (db: Db, id: string, draft: Sealed, now: Date): Promise<void> => {
  for (let attempt = 0; attempt < 2; attempt++) {
    const before = await findDraft(db, draft.questionId, draft.authorId)
    const { seal, ...row } = draft
    if (before) {
      const changed = await db
        .update(questionTexts)
        .set({ cipher: seal(before.id), at: now })
        .where(eq(questionTexts.id, before.id))
        .returning({ id: questionTexts.id })
      if (changed.length > 0) return
      continue
    }
    const added = await db
      .insert(questionTexts)
      .values({ ...row, id, kind: 'draft', cipher: seal(id), at: now })
      .onConflictDoNothing()
      .returning({ id: questionTexts.id })
    if (added.length > 0) return
  }
}

/** Words whose cipher does not begin so, for sealing anew. `past`: the last id of the batch before. */
export const listTextsSealedOtherwise = (
  db: Db,
  prefix: string,
  past: string | undefined,
  limit: number,
): Promise<{ id: string; kind: TextField; cipher: string }[]> =>
  rowsOf(
    db,
    sql`select id, kind, cipher from question_texts where not starts_with(cipher, ${prefix})
      and (${past ?? null}::uuid is null or id > ${past ?? null}::uuid) order by id ${atMost(limit)}`,
  )

/** Replaces the seal of words that still stand as they were read. */
export const sealTextAnew = async (
  db: Db,
  { id, before, cipher }: { id: string; before: string; cipher: string },
): Promise<void> => {
  await db
    .update(questionTexts)
    .set({ cipher })
    .where(and(eq(questionTexts.id, id), eq(questionTexts.cipher, before)))
}

/** Drafts that belong to questions which are over for some days. */
export const dropOldDrafts = async (db: Db, before: Date): Promise<void> => {
  await rowsOf(
    db,
    sql`delete from question_texts d using questions q where q.id = d.question_id and d.kind = 'draft' and q.due_at is null and q.updated_at < ${moment(before)}`,
  )
}
