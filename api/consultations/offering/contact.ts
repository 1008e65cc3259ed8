import type { Ctx } from '@huiyin/api/core/context.ts'
import { thumbLink } from '@huiyin/api/photos/photo-links.ts'
import { type ContactRow, findContact } from '@huiyin/db/consultations/contact-queries.ts'
import type { OfficeContact } from '@huiyin/shared/consultations/office-desk.ts'

/** What he has published, as he sees it himself. */
export const ownContact = async (ctx: Ctx): Promise<OfficeContact> => {
  const { phone, photoId, check } = await findContact(ctx.db, ctx.me.id)
  return { phone, photoId, photo: shownAs(check), photoUrl: photoId && thumbLink(ctx, photoId) }
}

/** Where no answer is to come any more he is asked for another one: nothing waits for ever. */
const shownAs = (check: ContactRow['check']): OfficeContact['photo'] => {
  if (check === null) return 'none'
  if (check === 'pass') return 'shown'
  return check === 'waiting' || check === 'asked' ? 'waiting' : 'refused'
}
