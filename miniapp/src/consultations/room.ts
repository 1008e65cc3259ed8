import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import type { Room } from '../core/manifest.ts'
import { entryWords as words } from './entry-words.ts'
import { useNextMeeting } from './office/next-meeting.tsx'
import { OfficeCells } from './office/office-cells.tsx'

export const consultations: Room = {
  rank: 3,
  home: { useNext: useNextMeeting, acts: [{ name: words.act, page: bookingPages.find }] },
  mine: {
    posts: OfficeCells,
    own: [{ icon: 'clock', title: words.mine, hint: words.mineHint, page: bookingPages.mine }],
  },
  seals: words.seals,
  opens: { freeTimes: bookingPages.find },
}
