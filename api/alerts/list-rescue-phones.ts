import { listRescuePhones as listNearest } from '@huiyin/db/alerts/phone-queries.ts'
import type { RescuePhone } from '@huiyin/shared/alerts/rescue.ts'
import type { Ctx } from '../core/context.ts'

/** Whom to ring when life is in danger; an area that is not known has what the whole county has. */
export const listRescuePhones = async (
  ctx: Pick<Ctx, 'db'>,
  { area }: { area?: string | undefined },
): Promise<{ items: RescuePhone[] }> => ({ items: await listNearest(ctx.db, area) })
