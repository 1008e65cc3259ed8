import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import type { Room } from '../core/manifest.ts'
import { entryWords as words } from './entry-words.ts'
import { OfficeCells } from './office/office-cells.tsx'

export const consultations: Room = {
  rank: 3,
  home: { acts: [{ name: words.act, page: bookingPages.find }] },
  mine: {
    posts: OfficeCells,
    own: [{ icon: 'clock', title: words.mine, hint: words.mineHint, page: bookingPages.mine }],
  },
  seals: words.seals,
  opens: { freeTimes: bookingPages.find },
}
