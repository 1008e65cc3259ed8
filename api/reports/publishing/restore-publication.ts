import type { Ctx } from '@huiyin/api/core/context.ts'
import type { MoveInput } from '@huiyin/api/matters/move.ts'
import type { PublicationMoved } from '@huiyin/shared/reports/publication.ts'
import { movePublicationOf } from './publication.ts'

/** 恢复: what was complained of has been looked at and may be shown. */
export const restorePublication = (ctx: Ctx, input: MoveInput): Promise<PublicationMoved> =>
  movePublicationOf(ctx, 'restore', input, () => ({}))
