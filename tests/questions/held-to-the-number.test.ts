import { randomUUID } from 'node:crypto'
import { findQuestion } from '@huiyin/db/questions/queries.ts'
import { moveQuestion } from '@huiyin/db/questions/write-queries.ts'
import { describe, expect, test } from 'vitest'
import { alsoAdvises } from '../support/duties.ts'
import { openWorld, outcome, refusal, type Someone, tap } from '../support/world.ts'
import { answers, asks, claims, thread } from './asking.ts'
import { adviser, openCounsel, resident, world } from './counsel.ts'

/** What late, doubled and crossed taps do to leases, drafts, notes and numbers. */
openCounsel()

describe('leases and drafts', () => {
  test('a late private note does not become the draft of his answer', async () => {
    const id = await asks(resident)
    const fence = await claims(adviser, id)
    await adviser.call('saveDraft', { id, fence, words: '写了一小时的答复' })
    world.clock.forward(61)
    await world.api.chores()
    const note = adviser.call('noteQuestion', { ...tap(id), fence, words: '此人不老实' })
    expect(await refusal(note)).toBe('lease-over')
    await claims(adviser, id)
    expect((await thread(adviser, id)).draft).toBe('写了一小时的答复')
  })

  test('a straggler under an old number does not overwrite what he wrote under the present one', async () => {
    const id = await asks(resident)
    const old = await claims(adviser, id)
    world.clock.forward(61)
    await world.api.chores()
    const fence = await claims(adviser, id)
    await adviser.call('saveDraft', { id, fence, words: '新稿，写得更全' })
    expect(await refusal(adviser.call('saveDraft', { id, fence: old, words: '旧稿' }))).toBe('lease-over')
    expect((await thread(adviser, id)).draft).toBe('新稿，写得更全')
  })

  test('whose post has ended reads and answers no more, whatever lease he holds', async () => {
    const second = await alsoAdvises(world.outside.db, resident.openid, 't001v1', 'u-firm-2')
    const she = await world.someone(`she-${randomUUID()}`)
    const id = await asks(she)
    const fence = await claims(resident, id)
    await second()
    const read = await outcome(thread(resident, id))
    const renewed = await outcome(resident.call('saveDraft', { id, fence, words: '还在写' }))
    const answered = await outcome(answers(resident, id, fence))
    expect([read, renewed, answered]).not.toContain('done')
    expect((await thread(she, id)).state).not.toBe('answered')
  })

  test('a renewal between the clock’s look and its step is not undone', async () => {
    const id = await asks(resident)
    const fence = await claims(adviser, id)
    const { db } = world.outside
    const stale = (await findQuestion(db, id, adviser.id, [], world.clock.now))?.question
    world.clock.forward(50)
    const { leaseUntil } = await adviser.call('saveDraft', { id, fence, words: '正在写' })
    const step = { id: randomUUID(), event: 'climb', answers: true, actorId: null, actor: '系统', inputHash: '' }
    await moveQuestion(db, stale as never, { circle: 'pool' }, step, { notices: [] }, world.clock.now)
    expect((await thread(adviser, id)).lease?.until).toBe(leaseUntil)
  })
})

describe('offers', () => {
  test('who declares a conflict does not give away what is kept for another', async () => {
    const own = await openWorld()
    const [one, two, three] = await Promise.all(['adviser', 'adviser-mate', 'adviser-neutral'].map(own.someone))
    const id = await asks(await own.someone('she'))
    own.clock.forward(241)
    await own.api.chores()
    const kept = await (one as Someone).call('nextQuestion', {})
    expect(kept.card?.id).toBe(id)
    const passed = await outcome((three as Someone).call('passQuestion', tap(id)))
    const taken = await outcome((two as Someone).call('claimQuestion', { ...tap(id), noConflict: true }))
    await own.close()
    expect([passed, taken]).toEqual([expect.any(String), 'already-claimed'])
  })

  test('five a day also when they come at once', async () => {
    const strict = await openWorld({ env: { QUESTIONS_PER_DAY: '5' } })
    const she = await strict.someone('at-once')
    const done = await Promise.all(Array.from({ length: 12 }, () => outcome(asks(she))))
    await strict.close()
    expect(done.filter(it => it === 'done')).toHaveLength(5)
  })
})
