import type { Ctx } from '@huiyin/api/core/context.ts'
import { findPublished } from '@huiyin/db/reports/published-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { PublishedItem } from '@huiyin/shared/reports/publication.ts'
import { toPublished } from './published-item.ts'

/** One of them, as it is handed on from phone to phone. */
export const getPublished = async (ctx: Ctx, { id }: { id: string }): Promise<PublishedItem> =>
  toPublished(ctx, (await findPublished(ctx.db, id)) ?? refuse('not-found'))
