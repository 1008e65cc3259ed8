import { createClock } from '@huiyin/api/core/clock.ts'
import { expect, test } from 'vitest'
import { tuesdayMorning } from '../support/world.ts'

const hour = 3_600_000
const start = tuesdayMorning.getTime()

/** A host whose clocks are in our hands, and a database that is always right and 20 ms away. */
const host = () => {
  const hands = { wall: start, ticks: 1000, right: start, asked: 0 }
  const pass = (ms: number) => {
    hands.wall += ms
    hands.ticks += ms
    hands.right += ms
  }
  const clock = createClock({
    wall: () => hands.wall,
    ticks: () => hands.ticks,
    ask: async () => {
      hands.asked++
      pass(10)
      const answer = hands.right
      pass(10)
      return answer
    },
  })
  return { hands, pass, clock }
}

test.each([2 * hour, -2 * hour])(
  'a host whose clock is wrong by %i ms from the start tells the right time',
  async wrong => {
    const { hands, clock } = host()
    hands.wall += wrong
    await clock.keep()
    expect(clock.now().getTime()).toBe(hands.right)
  },
)

test.each([2 * hour, -2 * hour])('a clock that jumps by %i ms in the middle of the day changes nothing', async jump => {
  const { hands, pass, clock } = host()
  await clock.keep()
  pass(5000)
  hands.wall += jump
  expect(clock.now().getTime()).toBe(hands.right)
  await clock.keep()
  pass(5000)
  expect(clock.now().getTime()).toBe(hands.right)
})

test('the database is asked about once a minute, however many want to know', async () => {
  const { hands, pass, clock } = host()
  await Promise.all([...Array(20)].map(() => clock.keep()))
  expect(hands.asked).toBe(1)
  for (let second = 0; second < 120; second++) {
    pass(1000)
    await clock.keep()
  }
  expect(hands.asked).toBe(3)
})

test('a host that was put to sleep asks again when it wakes, whichever of its clocks stood still', async () => {
  const { hands, clock } = host()
  await clock.keep()
  hands.wall += hour
  hands.right += hour
  await clock.keep()
  expect(clock.now().getTime()).toBe(hands.right)
})

test('time never runs backwards, even when that of the database does', async () => {
  const { hands, pass, clock } = host()
  await clock.keep()
  const before = clock.now()
  hands.right -= 5000
  pass(61_000)
  await clock.keep()
  const seen = [before, clock.now(), clock.now()]
  expect(seen).toEqual(seen.toSorted((a, b) => a.getTime() - b.getTime()))
})

test('a database that does not answer leaves the time as it was', async () => {
  const clock = createClock({ wall: () => start, ticks: () => 0, ask: () => Promise.reject(new Error('away')) })
  await expect(clock.keep()).rejects.toThrow('away')
  expect(clock.now()).toEqual(tuesdayMorning)
})
