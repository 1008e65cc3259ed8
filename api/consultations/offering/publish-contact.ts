import type { Ctx } from '@huiyin/api/core/context.ts'
import { upsertContact } from '@huiyin/db/consultations/contact-queries.ts'
import { listHours } from '@huiyin/db/consultations/office-queries.ts'
import { findPhoto } from '@huiyin/db/photos/queries.ts'
import type { OfficeContact } from '@huiyin/shared/consultations/office-desk.ts'
import type { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { advisedBy } from '../advised-by.ts'
import { ownContact } from './contact.ts'

/** What his villages may see of him beside name and hours. Whoever can be met by telephone has a number. */
export const publishContact = async (
  ctx: Ctx,
  { phone, photoId }: Input<(typeof officeRoutes)['publishContact']>,
): Promise<OfficeContact> => {
  advisedBy(ctx)
  const hours = phone === null ? await listHours(ctx.db, ctx.me.id, shanghaiDay(ctx.now)) : []
  if (hours.some(it => it.mode === 'phone')) return refuse('contact-needed')
  if (photoId) await demandOwnPhoto(ctx, photoId)
  await upsertContact(ctx.db, ctx.me.id, { phone, photoId })
  return ownContact(ctx)
}

const demandOwnPhoto = async (ctx: Ctx, id: string): Promise<void> => {
  const photo = await findPhoto(ctx.db, id)
  if (photo && photo.ownerId !== ctx.me.id) return refuse('not-found')
  if (photo?.state !== 'stored') return refuse('photo-not-ready')
  if (photo.checkState === 'risky') refuse('photo-not-passed')
}
