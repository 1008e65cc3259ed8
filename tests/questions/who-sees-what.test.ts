import { expect, test } from 'vitest'
import { refusal, type Someone, tap } from '../support/world.ts'
import { answers, asks, claims, story, thread } from './asking.ts'
import { adviser, justice, mate, openCounsel, resident, world } from './counsel.ts'

/** What each relation finds in a question: by hand, from what the town was promised. */
openCounsel()

/** Keys under which there is nothing for this reader. */
const empty = (view: object) =>
  Object.entries(view)
    .filter(([, value]) => value === null || (Array.isArray(value) && value.length === 0))
    .map(([key]) => key)
    .sort()

const asked = () =>
  asks(resident, { topic: 'loan', otherSide: '钱多多', safeContact: '下午打我妹妹的电话', anonymous: true })

test('who asked, who holds it and the township find the same keys, and each what is theirs', async () => {
  const id = await asked()
  const fence = await claims(adviser, id)
  await adviser.call('saveDraft', { id, fence, words: '先写信' })
  await adviser.call('noteQuestion', { ...tap(id), fence, words: '好像急' })
  const hers = await thread(resident, id)
  const his = await thread(adviser, id)
  const office = await justice.call('readQuestion', { ...tap(id), reason: '抽查' })
  expect(Object.keys(his).sort()).toEqual(Object.keys(hers).sort())
  expect(Object.keys(office).sort()).toEqual(Object.keys(hers).sort())
  const nobodyHasYet = ['publication', 'rating', 'replyUntil', 'suggestion']
  expect(empty(hers)).toEqual([...['ahead', 'draft', 'lease', 'looks'], ...nobodyHasYet].sort())
  expect(empty(his)).toEqual([...['ahead', 'looks'], ...nobodyHasYet].sort())
  expect(office).toMatchObject({ reader: 'township', lease: null, draft: null, looks: [] })
  expect(hers.texts.map(it => it.kind)).toEqual(['story'])
  expect(his.texts.map(it => it.kind)).toEqual(['story', 'note'])
  expect(office.texts.map(it => it.kind)).toEqual(['story'])
  expect(JSON.stringify([hers, office])).not.toMatch(/先写信|好像急/)
})

test('she reads who looked and why; he who holds it does not', async () => {
  const id = await asked()
  await claims(adviser, id)
  await justice.call('readQuestion', { ...tap(id), reason: '抽查答复' })
  expect((await thread(resident, id)).looks).toMatchObject([{ reason: '抽查答复' }])
  expect((await thread(adviser, id)).looks).toEqual([])
  expect(JSON.stringify(await thread(adviser, id))).not.toContain('抽查答复')
})

test('who has held it, who could take it, and everybody else read no word', async () => {
  const id = await asked()
  const others: Someone[] = [mate, justice]
  for (const name of ['adviser-next-town', 'officer', 'lead', 'worker', 'admin', 'neighbour'])
    others.push(await world.someone(name))
  for (const who of [adviser, ...others]) expect(await refusal(thread(who, id))).toBe('not-found')
  await answers(adviser, id, await claims(adviser, id))
  for (const who of [adviser, ...others]) expect(await refusal(thread(who, id))).toBe('not-found')
})

test('a card at the gate names the other side and no word of the story, nor how to reach her, nor who she is', async () => {
  const id = await asked()
  const card = await adviser.call('getGateCard', { id })
  expect(card).toMatchObject({ otherSide: '钱多多', topic: 'loan' })
  expect(JSON.stringify(card)).not.toMatch(new RegExp(`${story.slice(0, 6)}|下午打|${resident.id}`))
})
