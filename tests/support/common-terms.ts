import { listDeadlines } from '@huiyin/db/grids/queries.ts'
import { openTestDatabase } from './database.ts'

type Terms = Record<string, Record<string, readonly [minutes: number, clock: string]>>

/** The rows of deadlines that a county begins with, of these subjects, beside those that the limits of a room name. */
export const commonTermsBeside = async (terms: Terms) => {
  const { db, close } = await openTestDatabase('empty')
  const rows = await listDeadlines(db)
  await close()
  const named = Object.entries(terms).flatMap(([subject, stages]) =>
    Object.entries(stages).map(([stage, [minutes, clock]]) => ({ scope: '*', subject, stage, minutes, clock })),
  )
  const key = (row: { subject: string; stage: string }) => `${row.subject} ${row.stage}`
  const inOrder = <T extends { subject: string; stage: string }>(list: T[]) =>
    list.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return { rows: inOrder(rows.filter(row => row.subject in terms)), named: inOrder(named) }
}
