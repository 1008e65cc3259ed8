import { noteCrashes as insertCrashes } from '@huiyin/db/crashes/queries.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { crashLimits } from '@huiyin/shared/crashes/crash-limits.ts'
import type { crashRoutes } from '@huiyin/shared/crashes/crash-routes.ts'
import type { Ctx } from '../core/context.ts'
import { inputHash } from '../core/secrets.ts'

type Heard = Input<typeof crashRoutes.noteCrashes>

/** What phones tell of errors that nobody expected; who it was is neither asked nor kept. */
export const noteCrashes = async (ctx: Ctx, { platform, version, crashes }: Heard): Promise<Record<string, never>> => {
  const rows = crashes.map(crash => {
    const row = { ...crash, platform, version }
    return { fingerprint: inputHash(row), ...row }
  })
  await insertCrashes(ctx.db, rows, crashLimits.kinds, ctx.now)
  return {}
}
