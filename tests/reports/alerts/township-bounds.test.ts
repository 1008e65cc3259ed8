import type { Operator } from '@huiyin/api/command.ts'
import { runCommand } from '@huiyin/api/commands.ts'
import { allow, calm, leak } from '@huiyin/tests/alerts/allowing.ts'
import { openWorld, refusal, type Someone, type World } from '@huiyin/tests/support/world.ts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** What one township is asked, told and sets ends at its bounds, and what is shown of yesterday ends with the day. */
let world: World
let resident: Someone
let worker: Someone
let officer: Someone
let neighbours: Someone
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  const signedIn = await calm(world, ['resident', 'worker', 'officer', 'officer-next-town'])
  ;[resident, worker, officer, neighbours] = signedIn as [Someone, Someone, Someone, Someone]
})
afterAll(() => world.close())

const run = (...words: string[]) => {
  const { db, keys } = world.outside
  const desk: Operator = { db, now: world.clock.now, read: async () => undefined, keys }
  return runCommand(desk, words)
}
const file = async (buildingId = 't001v1g1b1') => {
  const { id } = await resident.call('fileReport', leak({ words: '燃气味很重', buildingId }))
  await world.settle()
  return id
}
const later = async (minutes: number) => {
  world.clock.forward(minutes)
  await world.api.deliver()
}

test('a township is asked to call about its own matters alone', async () => {
  const here = await file()
  await later(30)
  await later(30)
  const callsOf = async (who: Someone, township: string) => (await who.call('listCalls', { township })).items
  const [call] = await callsOf(officer, 't001')
  expect(call?.reportId).toBe(here)
  expect(await callsOf(neighbours, 't002')).toEqual([])
  expect(await refusal(callsOf(neighbours, 't001'))).toBe('not-allowed')
  expect(await refusal(neighbours.call('markCalled', { id: call?.id ?? '' }))).toBe('not-found')
  expect(await callsOf(officer, 't001')).toHaveLength(1)
})

test('what a township sets for the urgent leaves what it has set for the others, and for other people', async () => {
  await run('ladder', 'set', 't001', 'worker', 'calm', 'wechat:7')
  await run('ladder', 'set', 't001', 'lead', 'urgent', 'wechat:8')
  await run('ladder', 'set', 't001', 'worker', 'urgent', 'wechat:9')
  await run('ladder', 'set', 't001', 'worker', 'urgent')
  const { text } = await run('ladder', 'list')
  expect(text).toContain('t001  worker  calm  1  wechat  7 分钟')
  expect(text).toContain('t001  lead  urgent  1  wechat  8 分钟')
  expect(text).not.toContain('t001  worker  urgent')
  for (const [who, urgency] of [
    ['worker', 'calm'],
    ['lead', 'urgent'],
  ] as const)
    await run('ladder', 'set', 't001', who, urgency)
})

test('what is dead stands oldest first; what failed more than a day ago is told no more', async () => {
  const dies = async () => {
    await allow(world, worker, 'task')
    world.wechat.control.inject({ path: '/cgi-bin/message/subscribe/send', errcode: 40037, times: 1 })
    await file()
    return (await run('alerts', 'dead')).text.split('\n').map(line => line.split('  ')[0])
  }
  const [first] = await dies()
  world.clock.forward(1)
  const both = await dies()
  expect(both).toHaveLength(2)
  expect(both[0]).toBe(first)
  const failed = async () => (await officer.call('getHealth', { township: 't001' })).failures.map(it => it.code)
  expect(await failed()).toContain('no-permit')
  world.clock.forward(24 * 60 + 1)
  expect(await failed()).toEqual([])
  expect((await run('alerts', 'dead')).text.split('\n')).toHaveLength(2)
})
