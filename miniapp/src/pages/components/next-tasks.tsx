import type { Person } from '@huiyin/shared/people/person.ts'
import { Fragment } from 'react'
import { rooms } from '@/rooms.ts'

/** What she does next, of each room in which she has a post: what presses most stands first. */
export const NextTasks = ({ person }: { person: Person }) => {
  const found = rooms.flatMap(({ rank, home }) => {
    // biome-ignore lint/correctness/useHookAtTopLevel: the list of rooms never changes
    const next = home?.useNext?.(person)
    return next ? [{ rank, ...next }] : []
  })
  const first = found.sort(
    (one, other) => (one.at ?? Number.POSITIVE_INFINITY) - (other.at ?? Number.POSITIVE_INFINITY),
  )
  return (
    <>
      {first.map(({ rank, card }) => (
        <Fragment key={rank}>{card}</Fragment>
      ))}
    </>
  )
}
