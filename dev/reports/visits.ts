import { insertRows } from '@huiyin/db/core/bulk.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { townshipId } from '../town/areas.ts'
import type { Matter } from './matters.ts'

const day = 86_400_000

/** The moment of the closing; null while a matter is open. */
export const closedAtOf = ({ state, steps }: Matter['life']): Date | null =>
  state === 'closed' ? (steps.at(-1)?.at ?? null) : null

/** 回访 that the township has still to make: every third closing of the last six days. */
export const writeVisits = (db: Db, matters: readonly Matter[], now: Date) => {
  const closed = matters.flatMap(({ life }) => {
    const at = closedAtOf(life)
    return at && now.getTime() - at.getTime() < 6 * day ? [{ life, at }] : []
  })
  return insertRows(
    db,
    'visits',
    closed
      .filter((_, index) => index % 3 === 0)
      .map(({ life, at }) => ({
        id: life.steps.at(-1)?.id,
        report_id: life.filing.id,
        township_id: townshipId,
        seq: life.steps.length - 1,
        due_at: new Date(at.getTime() + 7 * day),
      })),
  )
}
