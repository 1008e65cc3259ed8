import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statusOf, surprisesOf } from '../support/matrix.ts'
import { openWorld, type Someone, type World } from '../support/world.ts'
import { asks } from './asking.ts'
import {
  type QuestionSituation,
  type QuestionWho,
  questionCast,
  questionLaw,
  questionSituations,
} from './question-law.ts'

/** Every role × everything that can be done to a question × every situation of one, through the API. */
const routes = { ...questionRoutes, ...adviserRoutes }
const aboutOne = Object.entries(routes).filter(([, { path }]) => path.startsWith('/api/questions/:id'))
type Case = { id: string; route: string; who: QuestionWho; now: QuestionSituation }
const cases: Case[] = aboutOne.flatMap(([route]) =>
  questionSituations.flatMap(now => questionCast.map(who => ({ id: randomUUID(), route, who, now }))),
)
const reads = ['getQuestion', 'getGateCard']

let world: World
const people: Partial<Record<QuestionWho, Someone>> = {}
let before: Map<string, string>
beforeAll(async () => {
  world = await openWorld({ after: () => {} })
  for (const who of questionCast) if (who !== 'nobody') people[who] = await world.someone(who)
  await layOut()
  before = await fingerprints()
})
afterAll(() => world.close())

const idOf = (who: QuestionWho | undefined) => (who && people[who]?.id) ?? null

/** One question as it was asked, once for each case, each put into its situation; their words are left behind. */
const layOut = async () => {
  const { db } = world.outside
  const id = await asks(people.asker as Someone, { danger: false })
  const adviser = idOf('adviser')
  const copies = cases.map(({ id, now }, at) => ({ ...now, id, at, holder: idOf(now.holder) }))
  const these = sql`jsonb_to_recordset(${JSON.stringify(copies)}::jsonb)
    as c(id uuid, at int, state text, circle text, holder uuid, over boolean, held boolean, against boolean, conflict boolean)`
  const final = sql`c.state in ('closed', 'withdrawn')`
  const fence = sql`case when c.held or c.holder is not null then 1 else 0 end`
  await rowsOf(
    db,
    sql`insert into questions (id, number, asker_id, input_hash, community_id, township_id, age_band, against_committee, anonymous, danger, state, circle,
        owner_id, holder_id, fence, lease_until, term_from, answer_by, due_at, due_for, seq, suggestion, answered_by, created_at, updated_at)
      select c.id, q.number || '-' || c.at, q.asker_id, q.input_hash, q.community_id, q.township_id, q.age_band, coalesce(c.against, false), false, false, c.state, c.circle,
        q.owner_id, c.holder, ${fence}, case when c.holder is not null then q.created_at + case when c.over then interval '-1 minute' else interval '1 hour' end end,
        q.term_from, q.answer_by, case when ${final} then null else q.due_at end, case when ${final} then null else q.due_for end, ${fence}, 'report',
        case when c.state in ('answered', 'closed') then ${adviser}::uuid end, q.created_at, q.created_at
      from questions q cross join ${these} where q.id = ${id}::uuid`,
  )
  const step = (seq: number, event: string, which: ReturnType<typeof sql>) => sql`
    insert into question_events (id, question_id, seq, event, state, circle, owner_id, holder_id, fence, actor_id, actor, input_hash, at)
      select gen_random_uuid(), q.id, ${seq}::int, ${event}, 'claimed', q.circle, q.owner_id, q.holder_id, q.fence,
        case when ${seq}::int = 0 then q.asker_id else coalesce(q.holder_id, ${adviser}::uuid) end, '谁', '', q.created_at
      from questions q join ${these} on c.id = q.id where ${which}`
  await rowsOf(db, step(0, 'ask', sql`true`))
  await rowsOf(db, step(1, 'claim', sql`q.fence = 1`))
  await rowsOf(
    db,
    sql`insert into conflict_declarations (event_id, question_id, adviser_id, unit_ids, conflict, at)
      select gen_random_uuid(), c.id, ${adviser}::uuid, array['u-firm'], true, now() from ${these} where c.conflict`,
  )
  await rowsOf(db, sql`analyze`)
}

/** Everything that is stored about each, drafts of a former holder aside. */
const fingerprints = async (): Promise<Map<string, string>> => {
  const about = (table: string, column = 'question_id') =>
    sql`(select coalesce(string_agg(x::text, '|' order by x::text), '') from ${sql.identifier(table)} x where x.${sql.identifier(column)} = q.id)`
  const rows = await rowsOf<{ id: string; print: string }>(
    world.outside.db,
    sql`select q.id, md5(concat(q::text, ${about('question_events')}, ${about('conflict_declarations')}, ${about('question_ratings')}, ${about('looks', 'report_id')},
      ${about('alerts', 'matter_id')}, (select string_agg(t::text, '|' order by t.id) from question_texts t where t.question_id = q.id and (t.kind <> 'draft' or q.lease_until > ${world.clock.now.toISOString()}::timestamptz)))) as print
      from questions q`,
  )
  return new Map(rows.map(row => [row.id, row.print]))
}

const bodyFor = (route: string): Record<string, unknown> => {
  const words = '按法律规定办理'
  const more: Record<string, object> = {
    claimQuestion: { noConflict: true },
    saveDraft: { fence: 1, words },
    releaseQuestion: { fence: 1 },
    noteQuestion: { fence: 1, words },
    askBack: { fence: 1, words },
    answerQuestion: { fence: 1, words },
    replyQuestion: { words },
    followUp: { words },
    rateQuestion: { rating: 'good' },
    decidePublication: { decision: 'approve' },
    assignQuestion: { adviserId: idOf('adviser-neutral') },
    readQuestion: { reason: '核实投诉' },
  }
  return { eventId: randomUUID(), ...more[route] }
}

const tryOut = ({ id, route, who }: Case) =>
  statusOf(people[who]?.fetch ?? world.anybody, routes[route as keyof typeof routes], { id }, bodyFor(route))
const nameOf = (it: Case) => `${it.who} · ${it.now.name}`

const due = ({ route, who, now }: Case) => (who === 'nobody' ? 401 : (questionLaw[route]?.(who, now) ?? 0))

test('everything that can be done to a question has its row in the law, and the law names nothing else', () => {
  expect(aboutOne.map(([route]) => route).sort()).toEqual(Object.keys(questionLaw).sort())
  expect(cases.length).toBeGreaterThan(3000)
})

describe.each(Object.keys(questionLaw))('%s', route => {
  const mine = cases.filter(it => it.route === route)

  test('is granted to those whom the law names, in the states it names, and to nobody else', async () => {
    expect(await surprisesOf(mine, { due, tryOut, nameOf })).toEqual([])
  })

  test('leaves no trace where it was refused', async () => {
    const after = await fingerprints()
    const untouched = mine.filter(it => reads.includes(route) || due(it) !== 200)
    const touched = (it: Case) => before.get(it.id) !== after.get(it.id)
    expect(untouched.filter(touched).map(nameOf)).toEqual([])
    expect(mine.filter(it => !untouched.includes(it) && !touched(it)).map(nameOf)).toEqual([])
  })
})
