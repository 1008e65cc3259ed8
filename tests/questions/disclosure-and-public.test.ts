import { tracesIn } from '@huiyin/shared/matters/traces.ts'
import { describe, expect, test } from 'vitest'
import { alsoAdvises } from '../support/duties.ts'
import { outcome, type Someone, tap } from '../support/world.ts'
import { asks, claims, fit, inQueue } from './asking.ts'
import { adviser, justice, mate, neutral, openCounsel, resident, world } from './counsel.ts'

/** The ways around the conflict gate, and what the public could learn. */
openCounsel()

describe('the gate', () => {
  test('a conflict counts for every firm of whoever declares it', async () => {
    const undo = await alsoAdvises(world.outside.db, 'adviser', 't001v2', 'u-firm-2')
    const id = await asks(resident)
    await adviser.call('passQuestion', tap(id))
    const seen = [await inQueue(mate, id), await inQueue(neutral, id)]
    await undo()
    expect(seen).toEqual([false, false])
  })

  test('whoever is in conflict by one of his firms is nobody to whom it could be given', async () => {
    const id = await asks(resident)
    await adviser.call('passQuestion', tap(id))
    const undo = await alsoAdvises(world.outside.db, 'adviser-mate', 't001v2', 'u-firm-2')
    const given = await outcome(justice.call('assignQuestion', { ...tap(id), adviserId: mate.id }))
    await undo()
    expect(given).toBe('no-adviser')
  })

  test('who declared a conflict (and his firm) is not shown the rewritten text for review', async () => {
    const id = await asks(resident)
    await adviser.call('passQuestion', tap(id))
    const fence = await claims(neutral, id)
    await neutral.call('answerQuestion', { ...tap(id), fence, words: '答复', publication: fit })
    await resident.call('decidePublication', { ...tap(id), decision: 'approve' })
    const shown = async (who: Someone) => (await who.call('listAnswerReviews', {})).items.some(it => it.id === id)
    expect([await shown(adviser), await shown(mate)]).toEqual([false, false])
  })

  test('a duty person in conflict does not read the story by stating a reason', async () => {
    const id = await asks(resident, { danger: true })
    await justice.call('passQuestion', tap(id))
    expect(await outcome(justice.call('readQuestion', { ...tap(id), reason: '看看' }))).not.toBe('done')
  })
})

describe('publication', () => {
  test('what turned into danger after her approval is not published', async () => {
    const id = await asks(resident)
    const fence = await claims(adviser, id)
    await adviser.call('answerQuestion', { ...tap(id), fence, words: '答复', publication: fit })
    await resident.call('decidePublication', { ...tap(id), decision: 'approve' })
    await resident.call('callDanger', tap(id))
    expect(await outcome(justice.call('reviewAnswer', { id, verdict: 'publish' }))).not.toBe('done')
  })

  test.each([
    ['full-width digits', '打他的１３８００１３８０００也不接', 'phone'],
    ['digits with spaces', '打他的 138 0013 8000 也不接', 'phone'],
    ['spaces within a name', '钱 多 多借钱不还', 'person'],
    ['a zero-width character within a name', '钱\u200b多多借钱不还', 'person'],
    ['a line break within the village', '柳\n塘村有人借钱不还', 'place'],
    ['a sum in characters', '他借了三万元不还', 'money'],
    ['a day in characters', '二〇二四年三月初五借的', 'date'],
    ['an age in characters', '他今年三十五岁', 'age'],
    ['the given name alone', '多多借钱不还', 'person'],
  ])('%s is recognised', (_, text, kind) => {
    const known = [
      { kind: 'place' as const, words: '柳塘村' },
      { kind: 'person' as const, words: '钱多多' },
    ]
    expect(tracesIn(text, known).map(it => it.kind)).toContain(kind)
  })
})
