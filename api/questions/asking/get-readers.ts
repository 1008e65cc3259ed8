import type { Ctx } from '@huiyin/api/core/context.ts'
import { findSpeechConsent } from '@huiyin/db/questions/asker-queries.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { Readers } from '@huiyin/shared/questions/question.ts'
import type { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { candidatesOf, toAdviser } from '../counsel.ts'
import { openGround } from './open-ground.ts'

type Routes = typeof questionRoutes

/** Said before she types a word: who will read it. */
export const getReaders = async (ctx: Ctx, { communityId }: Input<Routes['getReaders']>): Promise<Readers> => {
  const ground = await openGround(ctx, communityId)
  const candidates = candidatesOf(ground, { askerId: ctx.me.id, againstCommittee: false, preferredId: null })
  const [adviser, duty] = [candidates.own[0] ?? candidates.pool[0], candidates.duty[0]]
  return {
    village: ground.community.name,
    adviser: adviser ? toAdviser(adviser) : null,
    duty: duty ? toAdviser(duty) : null,
    speech: await findSpeechConsent(ctx.db, ctx.me.id),
  }
}
