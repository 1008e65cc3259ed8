import type { PublicationMoved } from '@huiyin/shared/reports/publication.ts'
import type { Ctx } from '../core/context.ts'
import type { MoveInput } from '../matters/move.ts'
import { movePublicationOf } from './publication.ts'

/** 撤下: nobody sees it any more; to show it again it is published anew. */
export const unpublishReport = (ctx: Ctx, input: MoveInput): Promise<PublicationMoved> =>
  movePublicationOf(ctx, 'unpublish', input, () => ({}))
