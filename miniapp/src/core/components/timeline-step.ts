import type { ReactNode } from 'react'

export type TimelineStep = {
  name: string
  /** The one character in its stamp. */
  seal: string
  state: 'done' | 'now' | 'next'
  /** What the state is called, for the ear. */
  stateWords: string
  /** What happened in it. */
  inside?: ReactNode
}
