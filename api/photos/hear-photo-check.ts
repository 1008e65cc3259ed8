import type { Db } from '@huiyin/db/core/client.ts'
import { insertHeardCheck, settleHeardCheck } from '@huiyin/db/photos/check-queries.ts'
import * as z from 'zod/mini'
import { mostTries } from './check-photos.ts'

/** The event `wxa_media_check`, decoded; from XML its numbers are texts. */
const MediaCheck = z.object({
  trace_id: z.string().check(z.minLength(1), z.maxLength(128)),
  errcode: z.optional(z.coerce.number()),
  result: z.optional(z.object({ suggest: z.string() })),
})

/** The platform could not fetch the picture. */
const downloadFailed = -1008

/**
 * Takes the result of one picture check. It may come before the question's own answer, twice, or for nobody; what is no
 * such event at all is passed over. Safe to repeat.
 */
export const hearPhotoCheck = async (db: Db, event: unknown, now: Date): Promise<void> => {
  const heard = MediaCheck.safeParse(event)
  if (!heard.success) return
  const { trace_id: trace, ...result } = heard.data
  await insertHeardCheck(db, trace, verdictOf(result), now)
  await settleHeardCheck(db, trace, mostTries, now)
}

type Result = Pick<z.infer<typeof MediaCheck>, 'errcode' | 'result'>

/** Whatever is neither clearly good nor clearly bad is left to a person. */
const verdictOf = ({ errcode = 0, result }: Result) => {
  if (errcode === downloadFailed) return 'again'
  if (errcode !== 0) return 'review'
  return result?.suggest === 'pass' || result?.suggest === 'risky' ? result.suggest : 'review'
}
