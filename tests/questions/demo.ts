import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type Demo, now } from '../support/seeded-town.ts'
import { brokenQuestions } from './invariants.ts'

export const demo: Demo = town => {
  test('the lawyers have answered, published with consent, and have some waiting; nothing is late and nobody is rung for it', async () => {
    expect(await brokenQuestions(town().db)).toEqual([])
    expect(await town().count(sql`select from legal_answers`)).toBe(6)
    const states = await town().all<{ state: string }>(sql`select distinct state from questions order by state`)
    expect(states.map(it => it.state)).toEqual(['answered', 'claimed', 'closed', 'waiting'])
    expect(await town().count(sql`select from questions where due_at <= ${now.toISOString()}::timestamptz`)).toBe(0)
    expect(
      await town().count(
        sql`select from alerts where kind like '%question%' and (channel <> 'inbox' or rung_at is not null)`,
      ),
    ).toBe(0)
  })
}
