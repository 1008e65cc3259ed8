import { PlatformFailure } from '@huiyin/api/core/adapters/platform-call.ts'
import type { Ctx } from '@huiyin/api/core/context.ts'
import type { PlaceRow } from '@huiyin/db/consultations/office-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'

const checkInPage = 'consultations/pages/check-in/index'

/** The mini-program code that opens the check-in of this place. */
export const drawn = async ({ outside }: Ctx, { code }: PlaceRow): Promise<{ image: string; type: string }> => {
  try {
    const { bytes, type } = await outside.wechat.drawCode(code, checkInPage)
    return { image: Buffer.from(bytes).toString('base64'), type }
  } catch (error) {
    if (error instanceof PlatformFailure) return refuse('wechat-busy')
    throw error
  }
}
