import type { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import type { Answer } from '@huiyin/shared/core/route.ts'
import type { Ctx } from '../core/context.ts'
import { permitsOf } from './permits.ts'

export const listPermits = (ctx: Ctx): Promise<Answer<(typeof alertRoutes)['listPermits']>> => permitsOf(ctx)
