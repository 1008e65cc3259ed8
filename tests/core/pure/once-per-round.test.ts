import { oncePerRound } from '@huiyin/api/core/clock-hand.ts'
import type { House } from '@huiyin/api/core/context.ts'
import { expect, test } from 'vitest'

const round = {}
const house = { round } as House

test('a round asks once for each key, and another round anew', async () => {
  const asked: string[] = []
  const ask = oncePerRound(async (_, key) => {
    asked.push(key)
    return key
  })
  for (const key of ['g1', 'g1', 'g2']) expect(await ask(house, key)).toBe(key)
  await ask({ round: {} } as House, 'g1')
  expect(asked).toEqual(['g1', 'g2', 'g1'])
})

test('what is being asked outside of a transaction is not waited for inside of it, nor what failed remembered', async () => {
  let asks = 0
  const ask = oncePerRound(() => {
    asks += 1
    if (asks === 1) return new Promise<string>(() => {})
    return asks === 2 ? Promise.reject(new Error('away')) : Promise.resolve('there')
  })
  void ask(house, 'g1')
  await expect(ask(house, 'g1')).rejects.toThrow('away')
  expect(await ask(house, 'g1')).toBe('there')
})
