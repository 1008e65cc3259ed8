import { PlatformFailure } from '@huiyin/api/core/adapters/platform-call.ts'
import type { Outside } from '@huiyin/api/core/outside.ts'
import { markWordsChecked, takeWordChecks, type WordCheck } from '@huiyin/db/reports/check-queries.ts'

const mostTries = 5

/**
 * Asks the platform about words that residents wrote, after the report is safe: a verdict never rejects one. What cannot
 * be asked (nobody's openid, not here in the last two hours, five failures) is left to a person: `review`. Answers how many.
 */
export const checkWords = async (outside: Outside): Promise<number> => {
  let checked = 0
  for (;;) {
    const checks = await takeWordChecks(outside.db, outside.now(), 20)
    if (checks.length === 0) return checked
    await Promise.all(checks.map(it => checkOne(outside, it)))
    checked += checks.length
  }
}

const checkOne = async ({ db, wechat, log }: Outside, check: WordCheck): Promise<void> => {
  const settled = await ask(wechat, check)
  if (settled) return markWordsChecked(db, check.eventId, settled.verdict, settled.code)
  log.warn({ eventId: check.eventId, tries: check.tries }, 'words not checked yet')
}

type Settled = { verdict: 'pass' | 'review' | 'risky'; code: string | null }

const ask = async (wechat: Outside['wechat'], { openid, words, tries }: WordCheck): Promise<Settled | undefined> => {
  if (!openid) return { verdict: 'review', code: 'no-openid' }
  try {
    return { verdict: await wechat.checkWords(openid, words), code: null }
  } catch (error) {
    const code = error instanceof PlatformFailure ? error.code : 'bug'
    return code === '61010' || code === '40003' || tries >= mostTries ? { verdict: 'review', code } : undefined
  }
}
