import type { Moves } from '../core/moves.ts'

export const publicationStates = ['public', 'hidden', 'withdrawn'] as const
export type PublicationState = (typeof publicationStates)[number]

/** `revoke`: the reporter takes her consent back. */
export type PublicationEvent = 'publish' | 'complain' | 'restore' | 'unpublish' | 'revoke'

/** The life of a publication after it was published; what was withdrawn never comes back, it is published anew. */
export const publicationMoves: Moves<PublicationState, PublicationEvent> = {
  public: { complain: 'hidden', unpublish: 'withdrawn', revoke: 'withdrawn' },
  hidden: { complain: 'hidden', restore: 'public', unpublish: 'withdrawn', revoke: 'withdrawn' },
  withdrawn: {},
}
