import type { Me, Policy } from '../core/policy.ts'
import type { BookingEvent } from './booking-moves.ts'

/** What the policy needs to know of a booking. */
export type BookingSubject = {
  personId: string
  adviserId: string
  townshipId: string
  /** The adviser has declared that there is no conflict; a lecture needs no declaration. */
  declared: boolean
}

/** `adviser`: whom it is with, with a present duty in that township; `counsel`: he has also passed the conflict gate. */
export const bookingRelations = ['asker', 'adviser', 'counsel'] as const
export type BookingRelation = (typeof bookingRelations)[number]

const relationsOf = (me: Me, it: BookingSubject): BookingRelation[] => {
  if (it.personId === me.id) return ['asker']
  const posted = me.posts.some(post => post.role === 'adviser' && post.areaPath.split('/').includes(it.townshipId))
  if (it.adviserId !== me.id || !posted) return []
  return it.declared ? ['adviser', 'counsel'] : ['adviser']
}

/** The clock's own steps and those that come with leave or with a new booking are nobody's. */
export type BookingAction =
  | 'see'
  | 'read'
  | 'call'
  | 'propose'
  | Exclude<BookingEvent, 'hold' | 'call-off' | 'expire' | 'remind' | 'lapse'>

/** Who may do what to a booking. `read`: the reason; `call`: by video; `propose`: a time to meet again. Nobody else, of whatever duty, even learns that it exists. */
export const bookingPolicy: Policy<BookingSubject, BookingRelation, BookingAction> = {
  relationsOf,
  may: {
    see: ['asker', 'adviser'],
    read: ['asker', 'counsel'],
    call: ['counsel'],
    propose: ['counsel'],
    extend: ['asker'],
    book: ['asker'],
    move: ['asker'],
    cancel: ['asker'],
    arrive: ['asker'],
    confirm: ['asker'],
    deny: ['asker'],
    attach: ['asker', 'counsel'],
    declare: ['adviser'],
    pass: ['adviser'],
    miss: ['adviser'],
    record: ['counsel'],
  },
}
