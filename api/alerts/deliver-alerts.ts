import {
  type DueAlert,
  hasSuspects,
  leaseDue,
  leaseForRobot,
  markFailed,
  markHeldBack,
  markPutOff,
  markSent,
  takeQuota,
} from '@huiyin/db/alerts/delivery-queries.ts'
import { clearPermit, markRefused } from '@huiyin/db/alerts/permit-queries.ts'
import { PlatformFailure } from '../core/adapters/platform-call.ts'
import { runClocks } from '../core/clock-loop.ts'
import { oneAtATime } from '../core/one-at-a-time.ts'
import type { Outside } from '../core/outside.ts'
import { mostInGroup } from './cards.ts'
import { channels, templateOf } from './channels.ts'
import { escalateAlerts } from './escalate-alerts.ts'
import { type Outcome, outcomeOf } from './outcomes.ts'

/** On their way at once. With each taking 0.4 s in bad times, 40 were just a hundred a second. */
const most = 100
/** A row that so many workers have died of is not tried again. */
const mostCrashes = 3
const suspectsEveryMs = 5000
/** So long what waits already waits for the ladders; the chores escalate the rest. */
const escalateMs = 5000

/**
 * Delivers what is due until nothing is left, or the process winds down: takes a lease on some rows, talks to the channels
 * with no transaction open, and writes down what became of each. A worker that dies leaves its rows to the next one after
 * 30 s. In this process leases are taken one after another, so that nobody gets two messages at once, and a message that hangs
 * holds up no other. A row that a worker died of goes alone, so that it takes no other with it.
 */
export const createDelivery = (outside: Outside): (() => Promise<void>) => {
  const sending = new Set<Promise<void>>()
  let alone = false
  let suspectsAt = 0
  const take = oneAtATime(async () => {
    if (outside.isWindingDown() || alone || sending.size >= most) return
    if (await suspectsWait()) {
      if (sending.size > 0) return
      suspectsAt = performance.now() + suspectsEveryMs
      const [suspect] = await leaseDue(outside.db, 1, outside.now(), 'suspects')
      alone = suspect !== undefined
      if (suspect) return send(suspect)
    }
    for (const alert of await leaseDue(outside.db, most - sending.size, outside.now())) send(alert)
  })
  const escalate = oneAtATime(() => runClocks(outside, escalateAlerts, escalateMs))
  const suspectsWait = async () => performance.now() >= suspectsAt && (await hasSuspects(outside.db, outside.now()))
  const send = (alert: DueAlert) => {
    const sent: Promise<void> = deliverOne(outside, alert)
      .then(async settled => void (settled === 'failed' && (await escalate())))
      .finally(() => {
        sending.delete(sent)
        alone = false
      })
      .then(take)
      .catch(error =>
        outside.log.error({ alertId: alert.id, name: (error as Error)?.name }, 'alert left to the next run'),
      )
    sending.add(sent)
  }
  const allSent = untilNone(sending)
  return async () => {
    await escalate()
    await take()
    return allSent()
  }
}

/** Waits until nothing is on its way any more; who asks meanwhile waits for the same. */
const untilNone = (sending: ReadonlySet<Promise<void>>): (() => Promise<void>) => {
  let waiting: Promise<void> | undefined
  const allSent = async () => {
    while (sending.size > 0) await Promise.all(sending)
  }
  return () => {
    waiting ??= allSent().finally(() => {
      waiting = undefined
    })
    return waiting
  }
}

/** Whether a ladder must go on because of it. */
type Settled = 'failed' | 'settled'

const deliverOne = async (outside: Outside, alert: DueAlert): Promise<Settled> => {
  if (alert.crashes >= mostCrashes) return settle(outside, alert, { is: 'dead', code: 'crashes' })
  const channel = channels[alert.channel]
  const unfit = channel.unfit(outside, alert)
  if (unfit) return settle(outside, alert, { is: 'failed', code: unfit, spent: false })
  for (const quota of channel.quotas(alert)) {
    const full = await takeQuota(outside.db, quota, outside.now())
    if (full) {
      await markHeldBack(outside.db, alert.id, full, outside.now())
      return 'settled'
    }
  }
  const together: [DueAlert, ...DueAlert[]] = [alert, ...(await others(outside, alert))]
  const outcome = await attempt(outside, together)
  const all: Settled[] = []
  for (const each of together)
    all.push(await settle(outside, each, typeof outcome === 'string' ? after(outside, each, outcome) : outcome))
  return all.includes('failed') ? 'failed' : 'settled'
}

/** A group is told of everything that waits for it in one message. */
const others = async ({ db, now }: Outside, { channel, robotArea }: DueAlert): Promise<DueAlert[]> =>
  channel === 'robot' && robotArea ? leaseForRobot(db, robotArea, mostInGroup - 1, now()) : []

/** What became of it, or the code of the failure. */
const attempt = async (outside: Outside, alerts: [DueAlert, ...DueAlert[]]): Promise<Outcome | string> => {
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
