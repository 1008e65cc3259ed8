import type { Dump } from '../support/upgrade-dump.ts'
import type { Upgrade } from './room-upgrade.ts'

type Row = { id: string; openid: string; state: string; due_at: string | null; fence?: number }

/** A room's matters, each with the openid of whoever began it. */
export const beginnersOf = ({ tables }: Dump, { matters, begunBy }: Upgrade): Row[] => {
  const rows = (table: string) => (tables[table] ?? []) as (Row & Record<string, string>)[]
  const openids = new Map(rows('people').map(it => [it.id, it.openid]))
  return rows(matters).map(it => ({ ...it, openid: openids.get(it[begunBy] ?? '') ?? '' }))
}
