import { randomUUID } from 'node:crypto'
import { rowsOf } from '@huiyin/db/core/client.ts'
import { questionEvents } from '@huiyin/shared/questions/question-states.ts'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listen } from '../support/who-heard.ts'
import { tap } from '../support/world.ts'
import { alone } from './alone.ts'
import { answers, asks, claims, fit } from './asking.ts'
import { adviser, justice, mate, openCounsel, resident, world } from './counsel.ts'
import { rowsOfDays } from './rows-of-days.ts'
import { rowsOfLosing } from './rows-of-losing.ts'
import {
  after,
  answer,
  answered,
  askBack,
  asked,
  askedBack,
  claim,
  claimed,
  fence,
  inTown,
  late,
  minutes,
  pass,
  pooled,
  type Row,
} from './scenes.ts'

/** Who hears of what in the life of a question, and who does not: by hand, from what the town was promised. */
openCounsel()

const rows: Row[] = [
  {
    ...{ event: 'ask', when: 'she asks', scene: async () => randomUUID() },
    act: id => resident.call('askQuestion', { id, communityId: 't001v1', words: '借条', ageBand: 'adult' }),
    ...{ hears: { adviser: 'task-question', resident: 'question-received' }, quiets: false },
  },
  {
    ...{ event: 'claim', when: 'the village’s adviser takes it', scene: asked, act: claim },
    ...{ hears: { resident: 'question-claimed' }, quiets: true },
  },
  {
    ...{
      event: 'pass',
      when: 'the only adviser of the village has a conflict',
      scene: asked,
      act: pass(() => adviser),
    },
    ...{ hears: { 'adviser-neutral': 'task-question-pool' }, quiets: false },
  },
  {
    ...{ event: 'pass', when: 'one of several has a conflict', scene: pooled, act: pass(() => mate) },
    ...{ hears: {}, quiets: false },
  },
  {
    ...{ event: 'release', when: 'he gives it back', scene: claimed },
    act: id => adviser.call('releaseQuestion', { ...tap(id), fence }),
    ...{ hears: {}, quiets: true },
  },
  {
    ...{ event: 'expire', when: 'he has not typed for an hour', scene: claimed, act: minutes(61) },
    ...{ hears: { adviser: 'task-question-expired' }, quiets: true },
  },
  {
    ...{ event: 'ask-back', when: 'he asks back', scene: claimed, act: askBack },
    ...{ hears: { resident: 'question-asked-back' }, quiets: true },
  },
  {
    ...{ event: 'reply', when: 'she replies', scene: askedBack },
    act: id => resident.call('replyQuestion', { ...tap(id), words: '写了' }),
    ...{ hears: { adviser: 'task-question-reply' }, quiets: true },
  },
  {
    ...{ event: 'answer', when: 'he answers', scene: claimed, act: answer },
    ...{ hears: { resident: 'question-answered' }, quiets: true },
  },
  {
    ...{ event: 'follow-up', when: 'she asks on', scene: answered },
    act: id => resident.call('followUp', { ...tap(id), words: '那利息呢？' }),
    ...{ hears: { adviser: 'task-question-reply' }, quiets: true },
  },
  {
    ...{
      event: 'agree',
      when: 'she agrees to what he suggested',
      act: id => resident.call('agreeSuggestion', tap(id)),
    },
    scene: async () => {
      const id = await claimed()
      await adviser.call('answerQuestion', { ...tap(id), fence, words: '见面说', suggestion: 'consultation' })
      return id
    },
    ...{ hears: { adviser: 'task-question-agreed' }, quiets: false },
  },
  {
    ...{ event: 'climb', when: 'half of the term is over', scene: asked, act: minutes(4 * 60) },
    ...{ hears: inTown('task-question-pool'), quiets: false },
  },
  {
    ...{ event: 'climb', when: 'most of the term is over', scene: pooled, act: minutes(150) },
    ...{ hears: { justice: 'task-question-late' }, quiets: false },
  },
  {
    ...{ event: 'hotline', when: 'the term is over', scene: late, act: minutes(91) },
    ...{ hears: { resident: 'question-hotline', justice: 'task-question-late' }, quiets: false },
  },
  {
    ...{
      event: 'remind',
      when: 'half of another term is over',
      scene: after(late, minutes(91)),
      act: minutes(16 * 60),
    },
    ...{ hears: { justice: 'task-question-late' }, quiets: false },
  },
  ...rowsOfLosing,
  ...rowsOfDays,
]

test.each(rows)('$event: when $when, these hear, and nobody else', async ({ scene, act, hears, quiets }) => {
  const id = await scene()
  const found = await listen(world.outside.db, id, () => act(id), world.settle)
  const byRole = Object.entries(found.hears).map(([who, kind]) => [who === resident.openid ? 'resident' : who, kind])
  expect({ ...found, hears: Object.fromEntries(byRole) }).toEqual({ hears, quiets })
})

test('every event of the life has its row', () => {
  expect(new Set(rows.map(it => it.event))).toEqual(new Set(questionEvents))
})

test('who has asked in danger hears of nothing that another could read off her screen', async () => {
  const id = await asked()
  await claim(id)
  await resident.call('callDanger', tap(id))
  const held = await claims(justice, id)
  const found = await listen(world.outside.db, id, () => answers(justice, id, held), world.settle)
  expect(found).toEqual({ hears: { [resident.openid]: 'question-quiet' }, quiets: true })
  expect(JSON.stringify(await resident.call('listAlerts', {}))).not.toMatch(/F2611|周文|法律/)
})

type Texted = [
  string,
  'offered' | 'approved' | 'public' | 'hidden',
  (id: string) => Promise<unknown>,
  Record<string, string>,
]
const decide = (decision: 'approve' | 'refuse' | 'withdraw') => (id: string) =>
  resident.call('decidePublication', { ...tap(id), decision })
const review = (verdict: 'publish' | 'refuse') => (id: string) => justice.call('reviewAnswer', { id, verdict })
const complain = async (questionId: string) => {
  const by = sql`select id from legal_answers where question_id = ${questionId}::uuid`
  const [shown] = await rowsOf<{ id: string }>(world.outside.db, by)
  const reader = await world.someone(`reader-${questionId}`)
  return reader.call('complainLegalAnswer', { ...tap(shown?.id ?? ''), reason: 'person' })
}
const texted: Texted[] = [
  ['approve', 'offered', decide('approve'), { justice: 'task-question-review' }],
  ['refuse', 'offered', decide('refuse'), {}],
  ['withdraw', 'approved', decide('withdraw'), {}],
  ['withdraw', 'public', decide('withdraw'), {}],
  ['complain', 'public', complain, { justice: 'task-question-complained' }],
  ['restore', 'hidden', review('publish'), {}],
  ['take-down', 'hidden', review('refuse'), {}],
  ['turn-down', 'approved', review('refuse'), {}],
  ['show', 'approved', review('publish'), { resident: 'question-public' }],
]

test.each(texted)('%s a text for everybody that is %s: these hear, and nobody else', async (_, state, act, hears) => {
  const id = await claimed()
  await adviser.call('answerQuestion', { ...tap(id), fence, words: '先写信', publication: fit })
  if (state !== 'offered') await decide('approve')(id)
  if (state === 'public' || state === 'hidden') await review('publish')(id)
  if (state === 'hidden') await complain(id)
  const found = await listen(world.outside.db, id, () => act(id), world.settle)
  const byRole = Object.entries(found.hears).map(([who, kind]) => [who === resident.openid ? 'resident' : who, kind])
  expect(Object.fromEntries(byRole)).toEqual(hears)
})

test('of a text that the justice office wrote itself the advisers hear, for nobody reviews his own', async () => {
  const id = await late()
  const held = await claims(justice, id)
  await justice.call('answerQuestion', { ...tap(id), fence: held, words: '先写信', publication: fit })
  const approve = () => resident.call('decidePublication', { ...tap(id), decision: 'approve' })
  const agreed = await listen(world.outside.db, id, approve, world.settle)
  expect(agreed.hears).toEqual(inTown('task-question-review'))
})

test('what the town says of a question that is gone names its village, and neither its topic nor a word of it', () =>
  alone(async own => {
    const [she, he] = [await own.someone('she'), await own.someone('adviser')]
    const id = await asks(she)
    await she.call('withdrawQuestion', tap(id))
    const page = `questions/pages/queue/index?id=${id}`
    const told = (await he.call('listAlerts', {})).items.find(it => it.page === page)
    expect(told).toMatchObject({ title: '居民已撤回', text: '柳塘村，不用再答' })
  }))
