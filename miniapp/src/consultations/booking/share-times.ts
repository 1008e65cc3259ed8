import type { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { urlOf } from '@huiyin/shared/core/address.ts'
import { coverOf, type Shared } from '@/core/device/share-shape.ts'
import { lastingWords } from '../when.ts'
import { bookingWords as words } from '../words.ts'

const page = bookingPages.find
const picture = coverOf(page)

/** A lecture on a card: when and where, and the page on which a seat can be kept. */
export const sharedLecture = (slot: FreeSlot, communityId: string, now: number): Shared => ({
  title: words.shared(lastingWords(slot, now), words.place(slot.village, slot.place)),
  url: urlOf(page, { village: communityId }),
  picture,
})

/** The free times of a village; never what is hers. */
export const sharedTimes = (village: string | undefined): Shared => ({
  title: words.sharedAny,
  url: urlOf(page, { village }),
  picture,
})
