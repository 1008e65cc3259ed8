import { commonProblem } from '@huiyin/shared/core/common-problem.ts'
import type { Asked, Route } from '@huiyin/shared/core/route.ts'
import { toAsk } from '../core/sending/call.ts'
import { phoneProblem, trouble } from '../core/sending/trouble.ts'
import { session } from '../core/sending/wire.ts'

/** Where a file is, and what proves that one may have it. */
export type FileAsk = { url: string; headers: Record<string, string> }

/** What answers with a file, not with JSON. `open` gets it and shows it; it answers the status, and rejects when nobody answered. */
export const fetchFile = async <R extends Route>(
  route: R,
  input: Asked<R>,
  open: (ask: FileAsk) => Promise<number>,
): Promise<void> => {
  const { url } = toAsk(route, input as Record<string, unknown>, API_ORIGIN)
  const once = (bearer: string) =>
    open({ url, headers: { authorization: `Bearer ${bearer}` } }).catch(() => {
      throw trouble(phoneProblem('offline'))
    })
  const bearer = await session.token()
  let status = await once(bearer)
  if (status === 401) status = await once(await session.renew(bearer))
  if (status === 403) throw trouble(commonProblem('not-allowed'))
  if (status !== 200) throw trouble(status >= 500 ? commonProblem('busy') : phoneProblem('unknown'))
}
