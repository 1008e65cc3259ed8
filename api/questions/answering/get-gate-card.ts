import type { Ctx } from '@huiyin/api/core/context.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { mayEver } from '@huiyin/shared/matters/offered.ts'
import type { DisclosureCard } from '@huiyin/shared/questions/adviser-desk.ts'
import { questionLife } from '@huiyin/shared/questions/question-life.ts'
import { takeUp } from '../take-up.ts'
import { cardOf } from './queue-items.ts'

/** The conflict gate: what he may know before he knows the story. Kept from him while another looks at it, or holds it. */
export const getGateCard = async (ctx: Ctx, { id }: { id: string }): Promise<DisclosureCard> => {
  const { it } = await takeUp(ctx, id)
  if (!mayEver(questionLife, ctx.me, 'seeCard', it)) return refuse('not-found')
  if (it.holderId && it.holderId !== ctx.me.id) return refuse('already-claimed')
  return cardOf(ctx, id)
}
