import type { Ctx } from '@huiyin/api/core/context.ts'
import { findVillage } from '@huiyin/db/consultations/office-queries.ts'
import { drawn } from './check-in-code.ts'
import { ownPlace } from './own-place.ts'
import { posterOf } from './poster.ts'

/** The check-in poster, as a page of its own to print. */
export const readPoster = async (ctx: Ctx, { id }: { id: string }): Promise<Response> => {
  const place = await ownPlace(ctx, id)
  const village = (await findVillage(ctx.db, place.communityId))?.name ?? ''
  const { image, type } = await drawn(ctx, place)
  const page = await posterOf({ village, name: place.name, picture: `data:${type};base64,${image}` })
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    },
  })
}
