import { pagesOf } from '../core/address.ts'

const page = pagesOf('consultations')

/**
 * `find`: `move` is a booking that wants another time, `village` a community, `wide` looks beyond it. `check-in`: `scene`
 * and `place` are what a poster says. `week` marks as read what the messages say about the booking `id`.
 */
export const bookingPages = {
  find: page<{ move?: string; village?: string; wide?: '1' }>('find'),
  book: page<{ id: string }>('book'),
  mine: page('mine'),
  show: page<{ id: string }>('show'),
  checkIn: page<{ scene?: string; place?: string }>('check-in'),
  week: page<{ id?: string }>('week'),
  hours: page('hours'),
  coverage: page('coverage'),
}
