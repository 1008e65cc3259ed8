import { judge } from '@huiyin/shared/core/words/judge.ts'
import { describe, expect, test } from 'vitest'
import { outcome, tap } from '../support/world.ts'
import { alone } from './alone.ts'
import { answers, asks, claims, inQueue, thread } from './asking.ts'
import { adviser, justice, mate, neutral, openCounsel, resident, world } from './counsel.ts'

/** Words of danger, what her screen still says, and lists that lose nothing. */
openCounsel()

describe('danger', () => {
  test.each(['他昨天又打了我', '我被老公打了', '他一喝酒就动手', '丈夫把我锁在屋里', '老公打得我浑身是伤', '我想自尽'])(
    '「%s」 is a sure sign',
    words => {
      expect(judge(words).person).toMatchObject({ sure: true })
    },
  )

  test('once she is in danger, no older alert of hers names a lawyer either', async () => {
    const id = await asks(resident)
    await resident.call('callDanger', tap(id))
    const { items } = await resident.call('listAlerts', { limit: 50 })
    expect(items.map(it => `${it.title}${it.text}`).join()).not.toMatch(/法律|咨询|律师/)
  })

  test('her follow-up that shows danger takes it away from whoever answered', async () => {
    const id = await asks(resident)
    await answers(adviser, id, await claims(adviser, id))
    await resident.call('followUp', { ...tap(id), words: '他知道了，要打我' })
    expect([await inQueue(adviser, id), await inQueue(justice, id)]).toEqual([false, true])
    expect(await outcome(adviser.call('getGateCard', { id }))).toBe('not-found')
    const items = (await resident.call('listMyQuestions', {})).items
    expect(items[0]).toMatchObject({ danger: true, topic: null })
  })

  test('given to one adviser and not taken, it goes back to the duty person, not to every adviser', async () => {
    const id = await asks(resident, { danger: true })
    await justice.call('assignQuestion', { ...tap(id), adviserId: neutral.id })
    world.clock.forward(20)
    await world.api.chores()
    expect([await inQueue(adviser, id), await inQueue(mate, id)]).toEqual([false, false])
    expect((await thread(resident, id)).circle).toBe('duty')
  })
})

describe('lists', () => {
  test('page by page the queue loses nothing and doubles nothing', () =>
    alone(async own => {
      const office = await own.someone('justice')
      const she = await own.someone('she')
      const late = await asks(she)
      own.clock.forward(500)
      await own.api.chores()
      await own.api.chores()
      const dangers = [await asks(she, { danger: true }), await asks(she, { danger: true })]
      const seen: string[] = []
      let cursor: string | null | undefined
      do {
        const page = await office.call('listQueue', { limit: 2, ...(cursor && { cursor }) })
        seen.push(...page.items.map(it => it.id))
        cursor = page.next
      } while (cursor)
      expect(seen.toSorted()).toEqual([late, ...dangers].toSorted())
    }))

  test('one more rating after five shows no single one', () =>
    alone(async own => {
      const lawyer = await own.someone('adviser')
      const rate = async (n: number, rating: 'good' | 'poor') => {
        const who = await own.someone(`rater-${n}`)
        const id = await asks(who)
        await answers(lawyer, id, await claims(lawyer, id))
        await who.call('rateQuestion', { ...tap(id), rating })
      }
      for (let n = 0; n < 5; n++) await rate(n, 'good')
      own.clock.forward(24 * 60)
      await rate(5, 'poor')
      own.clock.forward(7 * 24 * 60 - 60)
      const before = (await lawyer.call('getFigures', {})).ratings
      own.clock.forward(120)
      const after = (await lawyer.call('getFigures', {})).ratings
      expect([before?.poor, after?.poor]).toEqual([0, 0])
    }))
})
