import {
  findOfficePlace,
  findVillage,
  insertOfficePlace,
  listTownshipPlaces,
  type PlaceRow,
  retirePlace,
} from '@huiyin/db/consultations/office-queries.ts'
import type { OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'
import type { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import { holdsPost } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { PlatformFailure } from '../core/adapters/platform-call.ts'
import { type Ctx, demandPost } from '../core/context.ts'
import { posterOf } from './poster.ts'

type Routes = typeof townshipRoutes

export const listOfficePlaces = async (ctx: Ctx, { township }: { township: string }) => {
  demandPost(ctx, 'justice', township)
  return { items: await listTownshipPlaces(ctx.db, township) }
}

/** The code of the poster cannot be told from the id: who shows it has been there. */
export const addOfficePlace = async (ctx: Ctx, input: Input<Routes['addOfficePlace']>): Promise<OfficePlace> => {
  const village = (await findVillage(ctx.db, input.communityId)) ?? refuse('place-unknown')
  demandPost(ctx, 'justice', village.townshipId)
  const code = ctx.outside.keys
    .blindIndex(`office place ${input.id}`)
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(0, 10)
  if (!(await insertOfficePlace(ctx.db, { ...input, code }))) {
    const known = await findOfficePlace(ctx.db, input.id)
    if (known?.townshipId !== village.townshipId) return refuse('not-found')
    if (known.communityId !== input.communityId || known.name !== input.name) return refuse('id-reused')
  }
  return { ...input, village: village.name, code }
}

/** A place of one's own township that is in use; whoever has none learns nothing of it. */
const ownPlace = async (ctx: Ctx, id: string): Promise<PlaceRow> => {
  if (!ctx.me.posts.some(post => post.role === 'justice')) return refuse('not-allowed')
  const place = await findOfficePlace(ctx.db, id)
  return place && !place.retired && holdsPost(ctx.me, 'justice', place.townshipId) ? place : refuse('not-found')
}

/** No hours may stand there any more: nobody is to travel to a closed door. */
export const retireOfficePlace = async (ctx: Ctx, { id }: { id: string }) => {
  await ownPlace(ctx, id)
  return (await retirePlace(ctx.db, id, shanghaiDay(ctx.now))) ? {} : refuse('place-in-use')
}

const checkInPage = 'consultations/pages/check-in/index'

/** The mini-program code that opens the check-in of this place. */
const drawn = async ({ outside }: Ctx, { code }: PlaceRow): Promise<{ image: string; type: string }> => {
  try {
    const { bytes, type } = await outside.wechat.drawCode(code, checkInPage)
    return { image: Buffer.from(bytes).toString('base64'), type }
  } catch (error) {
    if (error instanceof PlatformFailure) return refuse('wechat-busy')
    throw error
  }
}

export const getPlaceCode = async (ctx: Ctx, { id }: { id: string }) => drawn(ctx, await ownPlace(ctx, id))

/** What hangs at the door, as a page of its own to print. */
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
