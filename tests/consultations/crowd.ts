import { randomUUID } from 'node:crypto'
import type { Someone, World } from '../support/world.ts'

/** So many new residents, signed in a few at a time. */
export const signInMany = async (world: World, most: number): Promise<Someone[]> => {
  const people: Someone[] = []
  while (people.length < most) {
    const next = [...Array(Math.min(20, most - people.length))].map(() => world.someone(`crowd-${randomUUID()}`))
    people.push(...(await Promise.all(next)))
  }
  return people
}
