import { type Db, rowsOf } from '@huiyin/db/core/client.ts'
import { nextState } from '@huiyin/shared/matters/offered.ts'
import { type QuestionAction, questionLife } from '@huiyin/shared/questions/question-life.ts'
import type { QuestionState } from '@huiyin/shared/questions/question-states.ts'
import { sql } from 'drizzle-orm'

type Step = { question_id: string; seq: number; event: QuestionAction | 'ask'; state: QuestionState }

/** What must never be in the whole database, for questions: as `brokenInvariants` for reports. */
export const brokenQuestions = async (db: Db): Promise<string[]> => {
  const found: string[] = []
  const count = async (what: string, rows: ReturnType<typeof sql>) => {
    const [row] = await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from (${rows}) t`)
    if (row && row.n > 0) found.push(`${row.n} × ${what}`)
  }
  await count(
    'question whose clock does not fit its state',
    sql`select from questions where (due_at is null) <> (state in ('closed', 'withdrawn')) or (due_at is null) <> (due_for is null)`,
  )
  await count(
    'history with a gap, or that does not end where the question stands',
    sql`select from questions q where not exists (select from question_events e where e.question_id = q.id and e.seq = q.seq and e.state = q.state
        and e.circle = q.circle and e.owner_id = q.owner_id and e.fence = q.fence and e.holder_id is not distinct from q.holder_id)
      or (select count(*) from question_events e where e.question_id = q.id) <> q.seq + 1`,
  )
  await count(
    'number of a lease given twice',
    sql`select from question_events where event = 'claim' group by question_id, fence having count(*) > 1`,
  )
  await count(
    'step by somebody whose lease it was not',
    sql`select from question_events e where e.event in ('answer', 'ask-back', 'release') and not exists (
      select from question_events b where b.question_id = e.question_id and b.seq < e.seq and b.event = 'claim' and b.actor_id = e.actor_id and b.fence = e.fence
        and not exists (select from question_events m where m.question_id = e.question_id and m.seq > b.seq and m.seq < e.seq and m.holder_id is null))`,
  )
  await count(
    'claim without a declaration, or by whose firm has a conflict',
    sql`select from question_events e where e.event = 'claim' and (
      not exists (select from conflict_declarations c where c.event_id = e.id and not c.conflict)
      or exists (select from conflict_declarations c where c.question_id = e.question_id and c.conflict and c.adviser_id = e.actor_id and c.at < e.at))`,
  )
  await count(
    'answer without words, or with two',
    sql`select from question_events e where e.event = 'answer'
      and (select count(*) from question_texts t where t.question_id = e.question_id and t.seq = e.seq and t.kind = 'answer') <> 1`,
  )
  await count(
    'answer of which she did not hear',
    sql`select from question_events e join questions q on q.id = e.question_id where e.event = 'answer'
      and not exists (select from alerts a where a.event_id = e.id and a.recipient_id = q.asker_id and a.channel = 'inbox')`,
  )
  await count(
    'question of which nobody who could answer was told',
    sql`select from question_events e where e.event = 'ask' and not exists (
      select from alerts a where a.event_id = e.id and a.channel = 'inbox' and a.kind like 'task-question%')`,
  )
  return [...found, ...(await impossibleSteps(db))]
}

const impossibleSteps = async (db: Db): Promise<string[]> => {
  const steps = await rowsOf<Step>(
    db,
    sql`select question_id, seq, event, state from question_events order by question_id, seq`,
  )
  return steps.flatMap((step, i) => {
    const before = steps[i - 1]
    if (step.seq === 0) return step.event === 'ask' && step.state === 'waiting' ? [] : [`first step ${step.event}`]
    const allowed = before && step.event !== 'ask' && nextState(questionLife, before.state, step.event)
    return allowed === step.state ? [] : [`${before?.state} --${step.event}--> ${step.state}`]
  })
}
