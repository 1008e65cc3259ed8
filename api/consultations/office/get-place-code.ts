import type { Ctx } from '@huiyin/api/core/context.ts'
import { drawn } from './check-in-code.ts'
import { ownPlace } from './own-place.ts'

export const getPlaceCode = async (ctx: Ctx, { id }: { id: string }) => drawn(ctx, await ownPlace(ctx, id))
