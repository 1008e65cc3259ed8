import postgres from 'postgres'
import { askers, type CounselTown, fillCounsel, id, village } from '../counsel-town.ts'

/** And its questions: two years of answered ones, and as many open ones as `open` in each village. */
export type QuestionTown = CounselTown & { questions: number; open: number }

/** Fills a migrated, empty database. */
export const fillQuestions = async (url: string, town: QuestionTown): Promise<void> => {
  await fillCounsel(url, town)
  const { villages, questions, advisers, open } = town
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const openFrom = questions - open * villages
  const at = `date_trunc('milliseconds', now() - make_interval(secs => (${questions} - i) * ${(730 * 86_400) / questions}))`
  const statements = [
    `insert into questions (id, number, asker_id, input_hash, community_id, township_id, topic, age_band, against_committee, anonymous, danger, state, circle, owner_id,
      term_from, answer_by, due_at, due_for, seq, answered_by, first_answered_at, created_at, updated_at)
    select ${id('question', 'i')}, 'F' || i, ${id('asker', `i % ${askers} + 1`)}, repeat('ab', 22), ${village(`i % ${villages} + 1`)}, 't001', 'loan', 'adult', false, false, false,
      case when i > ${openFrom} then 'waiting' else 'closed' end, case when i > ${openFrom} and i % 2 = 0 then 'pool' else 'own' end, ${id('adviser', `(i % ${villages}) * ${advisers} + 1`)},
      ${at}, ${at} + interval '1 day', case when i > ${openFrom} then ${at} + interval '1 day' end, case when i > ${openFrom} then 'climb' end, 0,
      case when i <= ${openFrom} then ${id('adviser', `(i % ${villages}) * ${advisers} + 1`)} end, case when i <= ${openFrom} then ${at} + interval '1 hour' end, ${at}, ${at}
    from generate_series(1::bigint, ${questions}) i`,
    `select setval('question_numbers', ${Math.max(1, questions)})`,
    'vacuum analyze',
    'checkpoint',
  ]
  for (const it of statements) await sql.unsafe(it)
  await sql.end()
}
