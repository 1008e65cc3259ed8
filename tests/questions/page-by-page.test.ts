import { expect, test } from 'vitest'
import { alsoAdvises, endPosts } from '../support/duties.ts'
import type { Someone, World } from '../support/world.ts'
import { alone } from './alone.ts'
import { answers, asks, claims, thread } from './asking.ts'

/** Who stands on which list, in which order, from page to page. */
type Paged = { items: { id: string }[]; next?: string | undefined | null }
/** Every id of a list, two at a time. */
const allOf = async (page: (cursor: object) => Promise<Paged>) => {
  const ids: string[] = []
  let next: string | null | undefined
  do {
    const found = await page(next ? { cursor: next } : {})
    ids.push(...found.items.map(it => it.id))
    next = found.next
  } while (next)
  return ids
}

/** So many questions, a minute apart. */
const several = async (who: Someone, count: number, own: World, more = {}) => {
  const ids: string[] = []
  for (let n = 0; n < count; n++) {
    ids.push(await asks(who, more))
    own.clock.forward(1)
  }
  return ids
}

test('what she has asked, the last first, page by page', () =>
  alone(async own => {
    const [she, other] = [await own.someone('she'), await own.someone('other')]
    const ids = await several(she, 5, own)
    await several(other, 1, own)
    expect(await allOf(cursor => she.call('listMyQuestions', { limit: 2, ...cursor }))).toEqual(ids.toReversed())
  }))

test('what a township owes, the first due first, page by page; what is late from the very moment on', () =>
  alone(async own => {
    const [she, lawyer, office] = [await own.someone('she'), await own.someone('adviser'), await own.someone('justice')]
    const ids = await several(she, 5, own)
    await several(she, 1, own, { communityId: 't002v1' })
    await claims(lawyer, ids[1] ?? '')
    const desk = (show: 'open' | 'late') =>
      allOf(cursor => office.call('listQuestionDesk', { township: 't001', show, limit: 2, ...cursor }))
    expect(await desk('open')).toEqual(ids)
    expect(await desk('late')).toEqual([])
    const { items } = await office.call('listQuestionDesk', { township: 't001', show: 'open', limit: 50 })
    expect(items.map(it => it.holder)).toEqual([null, '周文', null, null, null])
    own.clock.now = new Date(items[1]?.answerBy ?? '')
    expect(await desk('late')).toEqual(ids.slice(0, 2))
  }))

test('what a lawyer may take, and what he holds, the first due first', () =>
  alone(async own => {
    const [she, lawyer] = [await own.someone('she'), await own.someone('adviser')]
    const ids = await several(she, 5, own)
    await several(she, 1, own, { communityId: 't001v2' })
    expect(await allOf(cursor => lawyer.call('listQueue', { limit: 2, ...cursor }))).toEqual(ids)
    const [one, two, three] = ids as [string, string, string]
    for (const id of [three, one, two]) await claims(lawyer, id)
    expect((await lawyer.call('listHeld', {})).items.map(it => it.id)).toEqual([one, two, three])
  }))

test('those before her are those who wait in her village', () =>
  alone(async own => {
    const she = await own.someone('she')
    await several(she, 2, own, { communityId: 't001v2' })
    const [id] = (await several(she, 1, own)) as [string]
    expect((await thread(she, id)).ahead).toBe(0)
  }))

test('the lawyers of a township by name, each once, with villages, firm and what he has in hand', () =>
  alone(async own => {
    const { db } = own.outside
    const [she, lawyer, office] = [await own.someone('she'), await own.someone('adviser'), await own.someone('justice')]
    await alsoAdvises(db, 'adviser', 't001v2', 'u-firm')
    await endPosts(db, 'adviser-neutral', own.clock.now)
    await alsoAdvises(db, 'partner', 't001v1', 'u-firm', { unitId: null })
    own.clock.forward(1)
    const [one, two] = (await several(she, 2, own)) as [string, string]
    await claims(lawyer, one)
    await answers(lawyer, two, await claims(lawyer, two))
    const { items } = await office.call('listAdvisers', { township: 't001' })
    expect(items.map(it => [it.name, it.firm, it.villages.join(), it.holding])).toEqual([
      ['何强', null, '柳塘村', 0],
      ['周文', '明理律师事务所', '柳塘村,石桥村', 1],
      ['许静', '明理律师事务所', '石桥村', 0],
    ])
  }))
