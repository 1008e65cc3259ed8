import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Refused, refusal, type Someone, tap, type World } from '../support/world.ts'
import { asks, claims, fit } from './asking.ts'

let world: World
let resident: Someone
let adviser: Someone
let justice: Someone
beforeAll(async () => {
  world = await openWorld()
  resident = await world.someone('resident')
  adviser = await world.someone('adviser')
  justice = await world.someone('justice')
})
afterAll(() => world.close())

const search = (q: string) => resident.call('listLegalAnswers', { q })
const seen = async (id: string) => (await resident.call('getQuestion', { id })).publication

/** Answered, with a text for everybody offered to her. */
const offered = async (publication = fit, more = {}): Promise<string> => {
  const id = await asks(resident, { topic: 'loan', ...more })
  const fence = await claims(adviser, id)
  await adviser.call('answerQuestion', { ...tap(id), fence, words: '答复', publication })
  return id
}
const decide = (id: string, decision: 'approve' | 'refuse' | 'withdraw') =>
  resident.call('decidePublication', { ...tap(id), decision })

test('nothing is public before she has agreed and a second person has read it', async () => {
  const id = await offered()
  expect(await seen(id)).toEqual({ state: 'offered', ...fit })
  expect((await search('借条')).items).toEqual([])
  await decide(id, 'approve')
  expect((await search('借条')).items).toEqual([])
  const own = adviser.call('reviewAnswer', { id, verdict: 'publish' })
  expect(await refusal(own)).toBe('not-allowed')
  expect((await adviser.call('listAnswerReviews', {})).items).toEqual([])
  expect((await justice.call('listAnswerReviews', {})).items).toMatchObject([{ id, ...fit, by: '法律顾问 周文' }])
  await justice.call('reviewAnswer', { id, verdict: 'publish' })
  const [shown] = (await search('借条')).items
  expect(shown).toMatchObject({ topic: 'loan', ...fit })
  expect(shown?.id).not.toBe(id)
  expect(await resident.call('getLegalAnswer', { id: shown?.id ?? '' })).toEqual(shown)
  await decide(id, 'withdraw')
  expect((await search('借条')).items).toEqual([])
  expect(await refusal(resident.call('getLegalAnswer', { id: shown?.id ?? '' }))).toBe('not-found')
})

test('without her consent it never becomes public', async () => {
  const id = await offered()
  await decide(id, 'refuse')
  expect(await refusal(justice.call('reviewAnswer', { id, verdict: 'publish' }))).toBe('wrong-state')
  expect(await refusal(decide(id, 'approve'))).toBe('wrong-state')
  expect((await search('借条')).items).toEqual([])
})

test('a reviewer who says no, and one of another town', async () => {
  const id = await offered()
  await decide(id, 'approve')
  const far = await world.someone('justice-next-town')
  expect(await refusal(far.call('reviewAnswer', { id, verdict: 'publish' }))).toBe('not-found')
  await justice.call('reviewAnswer', { id, verdict: 'refuse' })
  expect((await seen(id))?.state).toBe('refused')
  expect((await search('借条')).items).toEqual([])
})

test.each([
  ['her village', '柳塘村有人借钱不还', '地名'],
  ['the village without its ending', '柳塘的邻居借钱不还', '地名'],
  ['the name of the other side', '钱多多借钱不还', '人名或称呼'],
  ['a telephone number', '打他的 13800138000 也不接', '电话'],
  ['a day', '2024年3月5日借的', '具体日期'],
  ['a sum', '借了 35000 元', '具体金额'],
  ['what everybody in a small village knows', '村主任借钱不还', '小村里一说就知道的事'],
])(
  'a text that shows %s is refused before anything is written, and the refusal repeats nothing of it',
  async (_, question, kind) => {
    const id = await asks(resident, { otherSide: '钱多多' })
    const fence = await claims(adviser, id)
    const sent = adviser.call('answerQuestion', { ...tap(id), fence, words: '答复', publication: { ...fit, question } })
    const { problem } = await sent.then(
      () => expect.fail('it was let through'),
      (error: unknown) => error as Refused,
    )
    expect(problem).toMatchObject({
      code: 'still-recognisable',
      fields: [{ field: 'question', message: expect.stringContaining(kind) }],
    })
    expect(JSON.stringify(problem)).not.toContain(question.slice(0, 6))
    expect((await resident.call('getQuestion', { id })).state).toBe('claimed')
  },
)

test('what was asked in danger or by a child is never offered', async () => {
  const id = await asks(resident, { danger: true })
  const fence = await claims(justice, id)
  const sent = justice.call('answerQuestion', { ...tap(id), fence, words: '答复', publication: fit })
  expect(await refusal(sent)).toBe('still-recognisable')
})

test('a search in her own words finds the nearest, by topic, page by page', async () => {
  const texts = [
    ['loan', '朋友欠钱不还没有借条怎么办', '转账记录、聊天记录也是证据。'],
    ['labour', '老板拖欠工资怎么办', '可以找劳动监察，也可以申请仲裁。'],
    ['marriage', '离婚时孩子归谁抚养', '看怎样对孩子最有利。'],
  ] as const
  for (const [topic, question, answer] of texts) {
    const id = await offered({ question, answer }, { topic })
    await decide(id, 'approve')
    world.clock.forward(1)
    await justice.call('reviewAnswer', { id, verdict: 'publish' })
  }
  expect((await search('拖欠工资')).items.map(it => it.topic)).toEqual(['labour'])
  // No text holds all of it; one holds the most.
  expect((await search('老板跑了，工资没人给')).items[0]?.topic).toBe('labour')
  expect((await search('老板拖欠工资，朋友问怎么办')).items[0]?.topic).toBe('labour')
  expect((await resident.call('listLegalAnswers', { topic: 'marriage' })).items).toHaveLength(1)
  const first = await resident.call('listLegalAnswers', { limit: 2 })
  const rest = await resident.call('listLegalAnswers', { limit: 2, cursor: first.next })
  expect([...first.items, ...rest.items].map(it => it.topic)).toEqual(['marriage', 'labour', 'loan'])
  expect((await search("'; drop table legal_answers --")).items).toEqual([])
  expect((await search('怎么办')).items).toHaveLength(3)
})

test('what leads from a public text to its question lies in the database alone', async () => {
  const [row] = await rowsOf<{ n: number }>(
    world.outside.db,
    sql`select count(*)::int as n from legal_answers where id = question_id`,
  )
  expect(row?.n).toBe(0)
  expect(Object.keys((await resident.call('listLegalAnswers', {})).items[0] ?? {}).sort()).toEqual([
    ...['answer', 'at', 'id', 'question', 'topic'],
  ])
})
