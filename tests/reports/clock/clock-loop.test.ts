import { rooms } from '@huiyin/tests/lists/rooms.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCast, type Town } from '../cast.ts'
import { change, copiesOf, forget, loseHistory, operator, retire } from './clock-town.ts'

/** One broken matter never holds up another; it is listed, tried again, and done once it is mended. Each test mends what it broke. */
let town: Town
let run: ReturnType<typeof operator>
beforeAll(async () => {
  town = await openCast()
  run = operator(town.world)
})
afterAll(() => town.world.close())

/** Urgent: its clock runs day and night. */
const words = '燃气味很重'
const levelOf = async (id: string) => (await town.stateOf(id)).level
const climbs = async (id: string) =>
  (await town.stateOf(id)).history.filter(it => it.event === 'climb' && it.by === '系统').length
/** Minutes go by, and the chores run. */
const later = async (minutes: number) => {
  town.world.clock.forward(minutes)
  await town.world.api.chores()
}

test('seventy matters of a retired grid, more than are taken up at once and all due first, stop neither the others nor the other clocks', async () => {
  const { world, file } = town
  const stuck = await file({ words, buildingId: 't001v1g2b1' })
  const copies = await copiesOf(world, stuck, 69)
  world.clock.forward(1)
  const fine = await file({ words })
  const left = []
  for (const [room, { leave }] of Object.entries(rooms)) if (leave) left.push({ room, moved: await leave(world) })
  await retire(world, 't001v1g2')
  await later(300)
  expect(await levelOf(fine)).toBe('community')
  for (const { room, moved } of left) expect([room, await moved()]).toEqual([room, true])
  const { text } = await run('clock', 'list')
  expect(text.split('\n')).toHaveLength(70)
  expect(text).toContain(`report-deadlines（上报时限）  ${stuck}  2026-11-24 15:01 起试了 1 次  not-moved`)

  await retire(world, 't001v1g2', false)
  await world.api.chores()
  expect(await climbs(stuck)).toBe(0)
  expect(await run('clock', 'retry', 'report-deadlines', stuck)).toMatchObject({ ok: true, text: '1 件马上再试。' })
  await world.api.chores()
  expect(await levelOf(stuck)).toBe('community')
  expect((await run('clock', 'list')).text.split('\n')).toHaveLength(69)
  await forget(world, copies)
  expect((await run('clock', 'retry')).text).toBe('69 件马上再试。')
  await world.api.chores()
  expect(await run('clock', 'list')).toEqual({ ok: true, text: '没有放在一边的事项。' })
  expect((await run('clock', 'retry')).ok).toBe(false)
  expect((await run('clock', 'retry', 'report-deadlines', '12')).ok).toBe(false)
})

test('a deleted row of one history stops no other matter, and the matter goes on once the row is back', async () => {
  const { world, file } = town
  const [broken, fine] = [await file({ words }), await file({ words })]
  const mend = await loseHistory(world, broken)
  await later(40)
  expect([await levelOf(broken), await levelOf(fine)]).toEqual(['grid', 'community'])
  expect((await run('clock', 'list')).text).toMatch(new RegExp(`${broken}.* 1 次  23001`))
  await mend()
  await later(1)
  expect(await levelOf(broken)).toBe('community')
  expect((await run('clock', 'list')).text).toBe('没有放在一边的事项。')
})

test('what fails waits twice as long each time, and an hour at the most', async () => {
  const { world, file } = town
  const mend = await loseHistory(world, await file({ words }))
  await later(40)
  const triesAfter = async (minutes: number) => {
    await later(minutes)
    return Number(/起试了 (\d+) 次/.exec((await run('clock', 'list')).text)?.[1])
  }
  expect(await triesAfter(0.9)).toBe(1)
  expect(await triesAfter(0.1)).toBe(2)
  expect(await triesAfter(1.9)).toBe(2)
  expect(await triesAfter(0.1)).toBe(3)
  for (const tries of [4, 5, 6, 7, 8, 9]) expect(await triesAfter(60)).toBe(tries)
  await mend()
  await later(60)
})

test('what a person moves on meanwhile is set aside no longer', async () => {
  const { world, file, who, tap } = town
  const id = await file({ words, buildingId: 't001v1g2b1' })
  await retire(world, 't001v1g2')
  await later(40)
  expect((await run('clock', 'list')).text).toContain(id)
  await retire(world, 't001v1g2', false)
  await who['worker-next-grid'].call('acceptReport', tap(id))
  await later(2)
  expect((await run('clock', 'list')).text).toBe('没有放在一边的事项。')
})

test('a ladder that cannot be climbed stops no other', async () => {
  const { world, file, alertsOf } = town
  const [broken, fine] = [await file({ words }), await file({ words })]
  await world.settle()
  await change(
    world,
    `create function stop_one() returns trigger language plpgsql as $$ begin
      if new.matter_id = '${broken}' then raise exception 'broken' using errcode = 'check_violation'; end if;
      return new; end $$`,
  )
  await change(world, 'create trigger stop_one before update on alerts for each row execute function stop_one()')
  for (let n = 0; n < 6; n++) {
    world.clock.forward(10)
    await world.api.deliver()
  }
  expect(await alertsOf('lead', fine)).toContain('task-unanswered')
  expect(await alertsOf('lead', broken)).toEqual([])
  expect((await run('clock', 'list')).text).toMatch(/ladders-urgent（提醒阶梯（紧急）） {2}\S+ .* 23514/)
  await change(world, 'drop trigger stop_one on alerts')
  await run('clock', 'retry', 'ladders-urgent')
  await world.api.deliver()
  expect(await alertsOf('lead', broken)).toContain('task-unanswered')
})
