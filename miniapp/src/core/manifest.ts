import type { Address } from '@huiyin/shared/core/address.ts'
import type { Person } from '@huiyin/shared/people/person.ts'
import type { ComponentType, ReactNode } from 'react'
import type { IconName } from './components/icon.tsx'
import type { Doors } from './doors.ts'
import type { Writing } from './sending/outbox.ts'

/** A line that leads to a page. */
export type Entry = { icon: IconName; title: string; hint?: string | ((person: Person) => string); page: Address }

/** A large button under the thumb; without a hint a quiet line of words below those. */
export type Act = { name: string; page: Address } & ({ icon: IconName; hint: string } | { icon?: never; hint?: never })

/** What somebody with a post does next. `at`: by when, epoch milliseconds; what has none does not press, and stands below what does. */
export type Next = { at?: number | undefined; card: ReactNode }

type OfPerson = ComponentType<{ person: Person }>

/** What a room brings to the screens that rooms share. `rooms.ts` lists whichever are there. */
export type Room = {
  /** Where several rooms show something, the lower comes first. */
  rank: number
  /** By the kind that its drafts carry. */
  writings?: Record<string, Writing>
  home?: {
    useNext?: (person: Person) => Next | undefined
    duties?: OfPerson
    mine?: ComponentType<{ staff: boolean | undefined }>
    acts?: readonly Act[]
  }
  mine?: { posts?: OfPerson; own?: readonly Entry[]; help?: readonly Entry[] }
  /** One character per kind of message, by what follows the first hyphen of the kind. */
  seals?: Readonly<Record<string, string>>
  opens?: Partial<Doors>
}

export const inOrder = (rooms: Record<string, Room>) => Object.values(rooms).sort((one, other) => one.rank - other.rank)
