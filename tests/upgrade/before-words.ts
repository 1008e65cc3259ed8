import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { openAsLeft } from '../support/upgrade-database.ts'
import { readOldTown, readRelease } from '../support/upgrade-release.ts'

const histories = { report: 'reports', question: 'questions', booking: 'bookings' } as const

/** `lastSeals`: by history and matter; `said`: who acted and what was said, by step; `texts`: each of them that names somebody or is words. */
export type Matters = { lastSeals: Map<string, string>; said: Map<string, string>; texts: Set<string> }

/** What the histories hold, read as every release reads them. */
export const beforeWords = async (db: Db): Promise<Matters> => {
  const matters: Matters = { lastSeals: new Map(), said: new Map(), texts: new Set() }
  for (const noun of Object.keys(histories)) {
    const words = noun === 'report' ? 'words' : 'null'
    const rows = await rowsOf<{ id: string; matter: string; actor: string; words: string | null; seal: string }>(
      db,
      sql.raw(
        `select id, ${noun}_id as matter, actor, ${words} as words, seal from ${noun}_events order by ${noun}_id, seq`,
      ),
    )
    for (const it of rows) {
      matters.lastSeals.set(`${noun}_steps ${it.matter}`, it.seal)
      matters.said.set(it.id, `${it.actor}: ${it.words ?? ''}`)
      if (it.actor.includes(' ')) matters.texts.add(it.actor)
      if (it.words) matters.texts.add(it.words)
    }
  }
  return matters
}

/** The last release's town as it was left, but for one letter that somebody changed in the history of a report. */
export const tamperedTown = async () => {
  const left = await openAsLeft(readRelease(), readOldTown())
  const change = (text: string) => rowsOf<{ id: string; number: string }>(left.db, sql.raw(text))
  await change('alter table report_events disable trigger user')
  const [tampered] = await change(
    `update report_events e set words = e.words || '。' from reports r where r.id = e.report_id and e.id =
      (select id from report_events where words is not null order by report_id, seq limit 1) returning r.id, r.number`,
  )
  await change('alter table report_events enable trigger user')
  if (!tampered) throw new Error('nobody has said anything')
  return { ...left, tampered }
}
