import type { Ctx } from '@huiyin/api/core/context.ts'
import { findSpeechConsent, insertSpeechConsent } from '@huiyin/db/questions/asker-queries.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import type { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'

type Routes = typeof questionRoutes

export const setSpeechConsent = async (ctx: Ctx, { agreed }: Input<Routes['setSpeechConsent']>) => {
  if ((await findSpeechConsent(ctx.db, ctx.me.id)) !== agreed)
    await insertSpeechConsent(ctx.db, ctx.me.id, agreed, ctx.now)
  return { speech: agreed }
}
