import type { Ctx } from '@huiyin/api/core/context.ts'
import type { MoveInput } from '@huiyin/api/matters/move.ts'
import type { PublicationMoved } from '@huiyin/shared/reports/publication.ts'
import { movePublicationOf } from './publication.ts'

/** 撤下: nobody sees it any more; to show it again it is published anew. */
export const unpublishReport = (ctx: Ctx, input: MoveInput): Promise<PublicationMoved> =>
  movePublicationOf(ctx, 'unpublish', input, () => ({}))
