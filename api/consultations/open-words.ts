import { listTexts, type TextKind } from '@huiyin/db/consultations/queries.ts'
import { listFilesOf } from '@huiyin/db/photos/sealed-file-queries.ts'
import type { Booking } from '@huiyin/shared/consultations/booking.ts'
import { bookingLife } from '@huiyin/shared/consultations/booking-life.ts'
import { mayEver } from '@huiyin/shared/matters/offered.ts'
import type { Ctx } from '../core/context.ts'
import { toFile } from '../photos/sealed-files.ts'
import { aboutText } from './sealed-texts.ts'
import type { BookingHand } from './take-up.ts'

/** What each reader may open: she what she wrote; he the other side's name at the gate, the rest behind it, and his own record. */
const mayOpen = (ctx: Ctx, { it }: BookingHand): TextKind[] => {
  if (it.personId === ctx.me.id) return ['reason', 'other-side', 'for-other']
  if (it.state === 'cancelled' || it.adviserId !== ctx.me.id) return []
  return mayEver(bookingLife, ctx.me, 'read', it) ? ['reason', 'other-side', 'for-other', 'record'] : ['other-side']
}

/** The one access point: only here words about a booking are opened. Null for what this reader may not open, or nobody wrote. */
export const openWords = async (ctx: Ctx, hand: BookingHand): Promise<(kind: TextKind) => string | null> => {
  const kinds = mayOpen(ctx, hand)
  const texts = kinds.length > 0 ? await listTexts(ctx.db, hand.booking.id) : []
  return kind => {
    const text = texts.find(it => it.kind === kind && (kind !== 'record' || it.authorId === ctx.me.id))
    if (!text || !kinds.includes(kind)) return null
    return ctx.outside.keys.open(text.cipher, aboutText(text.id, kind))
  }
}

/** And for papers: whoever may read the reason may open them. */
export const openFiles = async (ctx: Ctx, hand: BookingHand): Promise<Booking['files']> => {
  if (!mayOpen(ctx, hand).includes('reason')) return []
  const files = await listFilesOf(ctx.db, hand.booking.id)
  return files.map(file => ({ ...toFile(ctx, file), mine: file.ownerId === ctx.me.id }))
}
