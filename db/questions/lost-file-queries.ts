import { finalStates } from '@huiyin/shared/questions/question-states.ts'
import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../core/client.ts'
import { anyOf, atMost, toDate } from '../core/values.ts'
import { untoldLostFiles } from '../matters/lost-file-queries.ts'

/** Files of an open question that will not come any more; `fileId` stands for all that were given up together. */
export type LostFiles = {
  fileId: string
  questionId: string
  askerId: string
  /** Who reads it now, if anybody does. */
  holderId: string | null
  danger: boolean
  answerBy: Date
  village: string
}

export const listLostFiles = async (db: Db, since: Date, limit: number): Promise<LostFiles[]> => {
  const rows = await rowsOf<Omit<LostFiles, 'answerBy'> & { answerBy: string }>(
    db,
    sql`
    select l.file_id as "fileId", q.id as "questionId", q.asker_id as "askerId", q.holder_id as "holderId", q.danger,
      q.answer_by as "answerBy", a.name as village
    from ${untoldLostFiles(since)} l join questions q on q.id = l.matter_id join areas a on a.id = q.community_id
    where q.state not in ${anyOf(finalStates)} ${atMost(limit)}`,
  )
  return rows.map(row => ({ ...row, answerBy: toDate(row.answerBy) }))
}
