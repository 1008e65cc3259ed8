import { rowsOf } from '@huiyin/db/core/client.ts'
import { postings } from '@huiyin/db/people/tables.ts'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { endPosts } from '../support/duties.ts'
import { outcome, tap } from '../support/world.ts'
import { alone } from './alone.ts'
import { answers, asks, claims, inQueue, thread, told } from './asking.ts'
import { adviser, justice, mate, neutral, openCounsel, resident, world } from './counsel.ts'

/** A question that is in danger of being forgotten: posts that end, villages that go, offices that are empty. */
openCounsel()

describe('a question that nobody would ever answer', () => {
  test('a question without anybody left to answer it does not stop the clock of everybody else', () =>
    alone(async own => {
      const she = await own.someone('she')
      const poison = await asks(she, { communityId: 't002v1' })
      for (const who of ['adviser-next-town', 'justice-next-town']) await endPosts(own.outside.db, who, own.clock.now)
      own.clock.forward(1)
      const other = await asks(she)
      own.clock.forward(300)
      await own.api.chores().catch(() => undefined)
      expect((await thread(she, other)).circle).toBe('pool')
      await expect(own.api.chores()).resolves.toBeTruthy()
      expect((await thread(she, poison)).state).toBe('waiting')
    }))

  test('a village that is retired while its question waits: whoever holds it may still answer', () =>
    alone(async own => {
      const lawyer = await own.someone('adviser')
      const id = await asks(await own.someone('she'))
      const fence = await claims(lawyer, id)
      await rowsOf(own.outside.db, sql`update areas set retired = true where id = 't001v1' returning id`)
      expect(await outcome(answers(lawyer, id, fence))).toBe('done')
    }))

  test('a village that is retired while its question waits: the clock goes on', () =>
    alone(async own => {
      const [she, office] = [await own.someone('she'), await own.someone('justice')]
      const id = await asks(she)
      await rowsOf(own.outside.db, sql`update areas set retired = true where id = 't001v1' returning id`)
      for (let n = 0; n < 3; n++) {
        own.clock.forward(24 * 60)
        await own.api.chores()
      }
      expect([(await thread(she, id)).circle, await told(she)]).toEqual([
        'township',
        expect.arrayContaining(['question-hotline']),
      ])
      expect(await told(office)).toContain('task-question-late')
    }))

  test('a danger question that the only duty person passes on is somebody else’s at once', async () => {
    const id = await asks(resident, { danger: true })
    await justice.call('passQuestion', tap(id))
    const some = async () =>
      (await inQueue(adviser, id)) || (await inQueue(neutral, id)) || (await inQueue(mate, id)) || inQueue(justice, id)
    world.clock.forward(48 * 60)
    await world.api.chores()
    await world.api.chores()
    expect(await some()).toBe(true)
  })

  test('in a township without a justice office somebody is reminded of what is late', () =>
    alone(async own => {
      await endPosts(own.outside.db, 'justice', own.clock.now)
      own.clock.forward(1)
      const id = await asks(await own.someone('she'))
      const lawyers = await Promise.all(['adviser', 'adviser-mate', 'adviser-neutral'].map(own.someone))
      const alerts = async () => (await Promise.all(lawyers.map(told))).flat().length
      for (const minutes of [241, 144]) {
        own.clock.forward(minutes)
        await own.api.chores()
      }
      const before = await alerts()
      for (let n = 0; n < 6; n++) {
        own.clock.forward(24 * 60)
        await own.api.chores()
      }
      expect((await thread(await own.someone('she'), id)).state).toBe('waiting')
      expect(await alerts()).toBeGreaterThan(before)
    }))

  test('the last one who could answer may declare a conflict too, and it is kept', () =>
    alone(async own => {
      const she = await own.someone('she')
      const id = await asks(she, { communityId: 't002v1' })
      await (await own.someone('adviser-next-town')).call('passQuestion', tap(id))
      const office = await own.someone('justice-next-town')
      expect(await outcome(office.call('passQuestion', tap(id)))).toBe('done')
    }))

  test('what a duty person lets go rings the other duty person', () =>
    alone(async own => {
      const second = await own.someone('justice-two')
      await own.outside.db.insert(postings).values({
        ...{ personId: second.id, role: 'justice', title: '司法所', areaId: 't001', rank: 1 },
        fromAt: new Date('2020-01-01T00:00:00Z'),
      })
      const office = await own.someone('justice')
      const id = await asks(await own.someone('she'), { danger: true })
      const fence = await claims(office, id)
      const before = (await told(second)).length
      await office.call('releaseQuestion', { ...tap(id), fence })
      expect((await told(second)).length).toBeGreaterThan(before)
    }))

  test('who is told of 12348 is told once', async () => {
    const id = await asks(resident)
    for (const minutes of [241, 144, 96]) {
      world.clock.forward(minutes)
      await world.api.chores()
    }
    const chosen = (await justice.call('listAdvisers', { township: 't001' })).items.find(it => it.name === '沈岚')
    await justice.call('assignQuestion', { ...tap(id), adviserId: chosen?.id ?? '' })
    for (let n = 0; n < 3; n++) {
      world.clock.forward(24 * 60)
      await world.api.chores()
    }
    expect((await told(resident)).filter(it => it === 'question-hotline')).toHaveLength(1)
  })
})
