import { rowsOf } from '@huiyin/db/core/client.ts'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { alsoAdvises, endPosts } from '../support/duties.ts'
import { refusal, tap } from '../support/world.ts'
import { answers, asks, claims, fit, thread, told } from './asking.ts'
import { adviser, justice, neutral, openCounsel, resident, world } from './counsel.ts'

/** What a step touches, a list holds and a name says: its own, and nothing beside it. */
openCounsel()

test('who answers one question keeps what he has begun to write about another', async () => {
  const [one, other] = [await asks(resident), await asks(resident)]
  const fence = await claims(adviser, other)
  await adviser.call('saveDraft', { id: other, fence, words: '另一个的草稿' })
  await answers(adviser, one, await claims(adviser, one))
  expect((await thread(adviser, other)).draft).toBe('另一个的草稿')
})

test('danger in one question hushes what she was told of it, not what she was told of another, nor what he was', async () => {
  const [one, other] = [await asks(resident), await asks(resident)]
  await resident.call('callDanger', tap(one))
  expect((await told(resident)).toSorted()).toEqual(['question-quiet', 'question-received'])
  expect((await thread(resident, other)).danger).toBe(false)
  const his = (await adviser.call('listAlerts', { limit: 50 })).items.filter(it => it.page?.includes(one))
  expect(his.map(it => it.kind).toSorted()).toEqual(['task-question', 'task-question-moved'])
})

test('of a new term she is told of the hotline anew', async () => {
  const late = async () => {
    for (const minutes of [241, 144, 24 * 60]) {
      world.clock.forward(minutes)
      await world.api.chores()
    }
  }
  const id = await asks(resident)
  await late()
  await answers(justice, id, await claims(justice, id))
  world.clock.forward(1)
  await resident.call('followUp', { ...tap(id), words: '那利息呢' })
  await late()
  await late()
  expect((await told(resident)).filter(it => it === 'question-hotline')).toHaveLength(2)
})

test('a text for everybody names neither district nor township nor a village of it', async () => {
  const id = await asks(resident)
  const fence = await claims(adviser, id)
  for (const name of ['云溪区', '云溪', '青禾镇', '青禾', '石桥村', '石桥']) {
    const publication = { ...fit, question: `${name}有人借钱不还` }
    const sent = adviser.call('answerQuestion', { ...tap(id), fence, words: '答复', publication })
    expect([name, await refusal(sent)]).toEqual([name, 'still-recognisable'])
  }
})

test('the terms of another township are not hers', async () => {
  const before = (await thread(resident, await asks(resident))).answerBy
  await rowsOf(
    world.outside.db,
    sql`insert into deadlines (urgency, stage, minutes, clock, scope) values ('question', 'answer', 5, 'always', 't002')`,
  )
  expect((await thread(resident, await asks(resident))).answerBy).toBe(before)
})

test('who looked and why stands in the order in which it was looked', async () => {
  const id = await asks(resident)
  for (const reason of ['丙先看', '甲后看', '乙最后看']) {
    await justice.call('readQuestion', { ...tap(id), reason })
    world.clock.forward(10)
  }
  expect((await thread(resident, id)).looks.map(it => it.reason)).toEqual(['丙先看', '甲后看', '乙最后看'])
})

describe('whose duty has ended', () => {
  test('holds nothing any more with the clock’s next look, whatever else he does in the township', async () => {
    const lawyer = await world.someone(`lawyer-${resident.id}`)
    const { db } = world.outside
    await alsoAdvises(db, lawyer.openid, 't001v1', 'u-firm-2')
    const id = await asks(resident)
    await claims(lawyer, id)
    world.clock.forward(1)
    await endPosts(db, lawyer.openid, world.clock.now)
    await alsoAdvises(db, lawyer.openid, 't001v1', 'u-firm-2', { role: 'lead', title: '网格长' })
    world.clock.forward(1)
    await world.api.chores()
    expect((await thread(resident, id)).state).toBe('waiting')
  })

  test('is named to her as who answered, without the firm that he was of', async () => {
    const lawyer = await world.someone(`lawyer-${resident.id}`)
    const { db } = world.outside
    await alsoAdvises(db, lawyer.openid, 't001v1', 'u-firm-2', { title: '律师' })
    const id = await asks(resident)
    await answers(lawyer, id, await claims(lawyer, id))
    expect((await thread(resident, id)).adviser).toMatchObject({ title: '律师', firm: '公道律师事务所' })
    await endPosts(db, lawyer.openid, world.clock.now)
    world.clock.forward(1)
    expect((await thread(resident, id)).adviser).toMatchObject({ title: '法律顾问', firm: null })
  })

  test('who has several is named by the first of them, and by no other trade', async () => {
    const { db } = world.outside
    const undo = [
      await alsoAdvises(db, 'adviser-neutral', 't001v1', 'u-firm', { rank: 3 }),
      await alsoAdvises(db, 'adviser-neutral', 't001v1', 'u-firm', { rank: -1, role: 'worker', title: '网格员' }),
    ]
    const id = await asks(resident)
    await claims(neutral, id)
    const { adviser: named } = await thread(resident, id)
    for (const it of undo) await it()
    expect(named).toMatchObject({ title: '法律顾问', firm: '公道律师事务所' })
  })
})
