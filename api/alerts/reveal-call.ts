import { findAccess, insertAccess } from '@huiyin/db/people/queries.ts'
import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Answer, Input } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { about, inputHash } from '../core/secrets.ts'
import { groundOf } from '../grids/ground-of.ts'
import { takeCall } from './told.ts'
import { callWords } from './words.ts'

type Routes = typeof alertRoutes

/** The phone of whoever does not answer, once the look is written down where he can read it. Null when he has left none. */
export const revealCall = async (
  ctx: Ctx,
  { id, eventId }: Input<Routes['revealCall']>,
): Promise<Answer<Routes['revealCall']>> => {
  const { matterId, areaId, recipientId, phoneCipher, state } = await takeCall(ctx, id)
  if (state !== 'waiting') refuse('not-found')
  if (!phoneCipher) return { phone: null }
  const ground = await groundOf(ctx, areaId)
  const holder = ground?.holders.find(it => it.personId === ctx.me.id)
  const hash = inputHash({ call: id })
  const look = { id: eventId, subjectId: recipientId, viewerId: ctx.me.id, matterId, inputHash: hash, at: ctx.now }
  const viewer = holder ? `${holder.title} ${holder.name}` : callWords.viewer
  if (!(await insertAccess(ctx.db, { ...look, viewer, reason: callWords.reason }))) {
    const before = await findAccess(ctx.db, eventId)
    if (before?.viewerId !== ctx.me.id) refuse('not-found')
    if (before?.inputHash !== hash) refuse('id-reused')
  }
  return { phone: ctx.outside.keys.open(phoneCipher, about.phone(recipientId)) }
}
