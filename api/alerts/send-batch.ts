import {
  type DueAlert,
  hurryChannel,
  markFailed,
  markHeldBack,
  markPutOff,
  markSent,
  takeQuota,
} from '@huiyin/db/alerts/delivery-queries.ts'
import { releaseGroup } from '@huiyin/db/alerts/group-queries.ts'
import { clearPermit, markRefused } from '@huiyin/db/alerts/permit-queries.ts'
import { mostCrashes } from '@huiyin/shared/alerts/alert-limits.ts'
import { PlatformFailure } from '../core/adapters/platform-call.ts'
import type { Outside } from '../core/outside.ts'
import { channels, templateOf } from './channels.ts'
import { awayCodes, type Outcome, outcomeOf } from './outcomes.ts'

/** What goes as one message: one alert, or all that wait for a group. */
export type Batch = [DueAlert, ...DueAlert[]]

/** Whether a ladder must go on because of it. */
type Settled = 'failed' | 'settled'

const hurryEveryMs = 10_000

/**
 * Sends a batch and writes down what became of each. The first message that a channel takes from this process, and each that had met an
 * outage there, shows that the channel answers: what waits there for the end of an outage is hurried.
 */
export const createSending = (outside: Outside): ((batch: Batch) => Promise<Settled>) => {
  const hurriedAt = new Map<DueAlert['channel'], number>()
  const answered = async ({ channel, code }: DueAlert) => {
    const [now, last] = [outside.now(), hurriedAt.get(channel)]
    const answersAgain = last === undefined || (awayCodes.includes(code ?? '') && now.getTime() - last > hurryEveryMs)
    if (!answersAgain) return
    await hurryChannel(outside.db, channel, awayCodes, now)
    hurriedAt.set(channel, now.getTime())
  }
  return async batch => {
    const all: Settled[] = []
    const going: DueAlert[] = []
    for (const alert of batch) {
      const end = endOf(outside, alert)
      if (end) all.push(await settle(outside, alert, end))
      else going.push(alert.lost ? { ...alert, code: 'crash' } : alert)
    }
    if (isBatch(going) && !(await isHeldBack(outside, going))) {
      const outcome = await attempt(outside, going)
      for (const each of going)
        all.push(await settle(outside, each, typeof outcome === 'string' ? after(outside, each, outcome) : outcome))
      if (typeof outcome !== 'string') await answered(going[0])
    }
    const { robotArea } = batch[0]
    if (robotArea) await releaseGroup(outside.db, robotArea)
    return all.includes('failed') ? 'failed' : 'settled'
  }
}

const isBatch = (alerts: DueAlert[]): alerts is Batch => alerts.length > 0

/** Why it does not go at all: too many died of it, it was perhaps sent and may not go again, or the channel does not fit. */
const endOf = (outside: Outside, alert: DueAlert): Outcome | undefined => {
  if (alert.crashes >= mostCrashes) return { is: 'dead', code: 'crashes' }
  const lost = alert.lost ? after(outside, alert, 'crash') : undefined
  if (lost && lost.is !== 'later') return lost
  const code = channels[alert.channel].unfit(outside, alert)
  return code ? { is: 'failed', code, spent: false } : undefined
}

const isHeldBack = async ({ db, now }: Outside, alerts: Batch): Promise<boolean> => {
  for (const quota of channels[alerts[0].channel].quotas(alerts[0])) {
    const full = await takeQuota(db, quota, now())
    if (!full) continue
    for (const { id } of alerts) await markHeldBack(db, id, full, now())
    return true
  }
  return false
}

/** What became of it, or the code of the failure. */
const attempt = async (outside: Outside, alerts: Batch): Promise<Outcome | string> => {
  try {
    return { is: 'sent', msgid: await channels[alerts[0].channel].send(outside, alerts, outside.now()) }
  } catch (error) {
    return error instanceof PlatformFailure ? error.code : 'bug'
  }
}

const after = (outside: Outside, alert: DueAlert, code: string): Outcome =>
  outcomeOf(code, { ...alert, lasting: templateOf(outside, alert)?.lasting ?? false })

const settle = async (outside: Outside, alert: DueAlert, outcome: Outcome): Promise<Settled> => {
  const { db, now, log } = outside
  if (outcome.is === 'sent') {
    await markSent(db, alert.id, outcome.msgid || null, now())
    return 'settled'
  }
  const facts = { alertId: alert.id, channel: alert.channel, code: outcome.code, attempts: alert.attempts }
  if (outcome.is === 'later') {
    // Spread out, so that those put off together do not come back together.
    const wait = outcome.afterSeconds * (0.75 + Math.random() / 2)
    log.warn(facts, 'alert put off')
    await markPutOff(db, alert.id, new Date(now().getTime() + wait * 1000), outcome.code, now())
    return 'settled'
  }
  if (outcome.is === 'failed' && outcome.spent && alert.template) {
    // Of a lasting template nothing can be used up: she has refused, and the platform's word of it was lost.
    if (templateOf(outside, alert)?.lasting) await markRefused(db, alert.recipientId, alert.template, now())
    else await clearPermit(db, alert.recipientId, alert.template)
  }
  log[outcome.is === 'dead' ? 'error' : 'info'](facts, outcome.is === 'dead' ? 'alert is dead' : 'alert given up')
  await markFailed(db, alert.id, outcome.is, outcome.code, now())
  return 'failed'
}
