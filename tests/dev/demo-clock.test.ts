import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openClock } from '@huiyin/dev/clock.ts'
import { afterEach, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'huiyin-clock-'))
const file = join(folder, 'clock')
const hour = 3_600_000
afterEach(() => rmSync(file, { force: true }))

test('a new town has the time of the wall', () => {
  const clock = openClock(file, () => 1_000_000)
  expect(clock.now()).toEqual(new Date(1_000_000))
  expect(clock.shift()).toBe(0)
})

test('time stands still while the demo is off, and runs on afterwards', () => {
  let wall = 10 * hour
  openClock(file, () => wall).save()
  wall += 12 * hour
  const again = openClock(file, () => wall)
  expect(again.now().getTime()).toBe(10 * hour)
  wall += hour
  expect(again.now().getTime()).toBe(11 * hour)
})

test('time moved forward stays moved after the next start', () => {
  const wall = () => 10 * hour
  const clock = openClock(file, wall)
  clock.forward(hour)
  clock.save()
  expect(openClock(file, wall).now().getTime()).toBe(11 * hour)
})
