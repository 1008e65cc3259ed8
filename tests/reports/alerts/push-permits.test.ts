import { randomUUID } from 'node:crypto'
import { demoEnv } from '@huiyin/dev/demo-env.ts'
import { demoTemplateIds, demoTemplates } from '@huiyin/dev/wechat/templates.ts'
import { calm, cardsOf, leak, leftFor, wechatRows } from '@huiyin/tests/alerts/allowing.ts'
import { openWorld, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

const { newTask, overdue } = demoTemplateIds
/** Of the two templates of this town that staff use, the one for new tasks is allowed once and for all. */
const templates = JSON.parse(demoEnv('http://127.0.0.1').WECHAT_TEMPLATES ?? '{}')
const lasting = { WECHAT_TEMPLATES: JSON.stringify({ ...templates, task: { ...templates.task, lasting: true } }) }

let world: World
let resident: Someone
let worker: Someone
beforeAll(async () => {
  world = await openWorld({ pushes: true, env: lasting })
})
beforeEach(async () => {
  ;[resident, worker] = (await calm(world, ['resident', 'worker'])) as [Someone, Someone]
  world.wechat.control.configure({
    templates: { ...demoTemplates, [newTask]: { ...demoTemplates[newTask], type: 3 } as never },
  })
})
afterAll(() => world.close())

/** What she taps on the phone, as the platform hears and tells it. */
const popup = async (answer: 'accept' | 'reject', templateId: string = overdue) => {
  world.wechat.control.subscribe('worker', { [templateId]: answer })
  await world.wechat.control.flush()
}
/** What her phone tells of the same tap. */
const phone = async (templateId: string = overdue, id = randomUUID()) =>
  worker.call('recordPermits', { id, results: { [templateId]: 'accept' } })
const refuse = async (templateId: string = overdue) => {
  world.wechat.control.refuse('worker', [templateId])
  await world.wechat.control.flush()
}
const left = () => leftFor(worker, 'overdue')
const later = async (minutes: number) => {
  world.clock.forward(minutes)
  await world.api.chores()
}

describe('one tap is one message,', () => {
  test('whether the platform or the phone tells of it first', async () => {
    await popup('accept')
    world.clock.forward(4)
    await phone()
    expect(await left()).toBe(1)
    await later(60)
    expect(await left()).toBe(1)

    await phone()
    world.clock.forward(4)
    await popup('accept')
    await later(60)
    expect(await left()).toBe(2)
  })

  test('and when the phone’s word is lost, the platform’s counts after five minutes', async () => {
    await popup('accept')
    await later(4)
    expect(await left()).toBe(0)
    await later(1)
    expect(await left()).toBe(1)
    await later(60)
    expect(await left()).toBe(1)
  })

  test('and stays one however often both tell of it', async () => {
    world.wechat.control.configure({ push: { duplicates: 3 } })
    const tap = randomUUID()
    await Promise.all([phone(overdue, tap), popup('accept'), phone(overdue, tap)])
    await phone(overdue, tap)
    for (const record of world.wechat.control.pushes()) await world.wechat.control.replay(record)
    await later(11)
    for (const record of world.wechat.control.pushes()) await world.wechat.control.replay(record)
    await later(11)
    expect(await left()).toBe(1)
  })

  test('and three taps in one minute, of which one was lost on the way, are three', async () => {
    for (const isLost of [false, true, false]) {
      world.clock.now = new Date(world.clock.now.getTime() + 10_000)
      await popup('accept')
      if (!isLost) await phone()
    }
    expect(await left()).toBe(2)
    await Promise.all([later(6), world.api.chores()])
    expect(await left()).toBe(3)
  })

  test('and a tap on several templates counts for each of them, not for unknown ones', async () => {
    world.wechat.control.subscribe('worker', { [overdue]: 'accept', [newTask]: 'accept', another: 'accept' })
    await world.wechat.control.flush()
    await later(6)
    expect([await left(), await leftFor(worker, 'task'), await leftFor(worker, 'done')]).toEqual([1, 1, 0])
  })

  test('but two taps further apart than five minutes are two', async () => {
    await popup('accept')
    await later(6)
    await phone()
    expect(await left()).toBe(2)
  })

  test('and whoever was never here collects nothing', async () => {
    world.wechat.control.subscribe('stranger-of-the-platform', { [overdue]: 'accept' })
    await world.wechat.control.flush()
    await later(6)
    expect(world.wechat.control.pushes().at(-1)?.delivered).toBe(true)
    expect(await left()).toBe(0)
  })
})

describe('a refusal in WeChat itself', () => {
  test('takes all that was left, and what the phone lost before it', async () => {
    await phone()
    await popup('accept')
    world.clock.forward(1)
    await popup('accept')
    world.clock.forward(1)
    await refuse()
    expect(await left()).toBe(0)
    await later(10)
    expect(await left()).toBe(0)
  })

  test('does not touch what she allows afterwards, even when it is heard of late', async () => {
    await phone()
    world.clock.forward(1)
    world.wechat.control.configure({ push: { delayMs: 120_000 } })
    world.wechat.control.refuse('worker', [overdue])
    const refusedAt = world.clock.now
    world.clock.forward(1)
    await phone()
    expect(await left()).toBe(2)
    // Its moment is what the message says, not when it comes.
    const late = world.clock.now
    world.clock.now = refusedAt
    const said = world.wechat.control.flush()
    world.clock.now = late
    await said
    expect(await left()).toBe(1)
  })

  test('in the pop-up leaves what earlier taps have collected', async () => {
    await phone()
    world.clock.forward(1)
    await popup('reject')
    await later(10)
    expect(await left()).toBe(1)
  })
})

describe('a template that is allowed for good', () => {
  const report = async () => {
    const { id } = await resident.call('fileReport', leak())
    await world.settle()
    return (await wechatRows(world, worker, id)).map(({ state, code }) => ({ state, code }))
  }
  const allow = () => Promise.all([popup('accept', newTask), phone(newTask)])

  test('sends on without counting, and not once it is refused', async () => {
    await allow()
    for (const _ of [1, 2, 3]) expect(await report()).toEqual([{ state: 'sent', code: null }])
    world.clock.forward(1)
    await refuse(newTask)
    expect(await report()).toEqual([{ state: 'failed', code: 'no-permit' }])
    expect(cardsOf(world, 'worker')).toHaveLength(3)
    expect(await leftFor(worker, 'task')).toBe(0)
  })

  test('is asked for no more when the platform says that she has refused it, though nobody told us', async () => {
    await allow()
    world.wechat.control.configure({ push: { url: '' } })
    world.wechat.control.refuse('worker', [newTask])
    await world.wechat.control.flush()
    expect(await report()).toEqual([{ state: 'failed', code: '43101' }])
    expect(await report()).toEqual([{ state: 'failed', code: 'no-permit' }])
  })

  test('sends again after she has allowed it anew, also when only the platform tells of it', async () => {
    await refuse(newTask)
    world.clock.forward(1)
    await popup('accept', newTask)
    await later(6)
    expect(await report()).toEqual([{ state: 'sent', code: null }])
    world.clock.forward(1)
    await popup('reject', newTask)
    expect(await report()).toEqual([{ state: 'failed', code: 'no-permit' }])
    world.clock.forward(1)
    await allow()
    expect(await report()).toEqual([{ state: 'sent', code: null }])
  })
})
