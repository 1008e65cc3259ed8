import type { PhonePages } from '@huiyin/tests/support/phones.ts'
import { at, books, holds } from '../booking.ts'

export const pages: PhonePages = {
  holders: { week: 'adviser', hours: 'adviser', coverage: 'justice' },
  needing: ['show', 'book'],
  /** A time that is kept, and one that is booked. */
  fill: async (world, asker) => {
    const adviser = await world.someone('adviser')
    const show = await books(asker, at(adviser, '2026-11-24 14:00'))
    return { show, week: show, book: await holds(asker, at(adviser, '2026-11-24 14:40')) }
  },
}
