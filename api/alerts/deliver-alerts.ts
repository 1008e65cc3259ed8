import { clearPermit, type DueAlert, leaseDue, markFailed, markPutOff, markSent } from '@huiyin/db/alerts/queries.ts'
import { oneAtATime } from '../core/one-at-a-time.ts'
import type { Outside } from '../core/outside.ts'
import { type Outcome, sendByWechat } from './channels.ts'

/** On their way to WeChat at once. With each taking 0.4 s in bad times, 40 were just a hundred a second. */
const most = 100

/**
 * Delivers what is due until nothing is left: takes a lease on some rows, talks to WeChat with no transaction open, and
 * writes down what became of each. A worker that dies leaves its rows to the next one after 30 s. In this process leases
 * are taken one after another, so that nobody gets two messages at once, and a message that hangs holds up no other.
 */
export const createDelivery = (outside: Outside): (() => Promise<void>) => {
  const sending = new Set<Promise<void>>()
  const take = oneAtATime(async () => {
    if (sending.size >= most) return
    for (const alert of await leaseDue(outside.db, most - sending.size, outside.now())) send(alert)
  })
  const send = (alert: DueAlert) => {
    const sent: Promise<void> = deliverOne(outside, alert)
      .finally(() => sending.delete(sent))
      .then(take)
      .catch(error =>
        outside.log.error({ alertId: alert.id, name: (error as Error)?.name }, 'alert left to the next run'),
      )
    sending.add(sent)
  }
  let untilDone: Promise<void> | undefined
  const allSent = async () => {
    while (sending.size > 0) await Promise.all(sending)
  }
  return async () => {
    await take()
    untilDone ??= allSent().finally(() => {
      untilDone = undefined
    })
    return untilDone
  }
}

const deliverOne = async (outside: Outside, alert: DueAlert): Promise<void> => {
  const outcome = await sendByWechat(outside, alert, outside.now())
  await settle(outside, alert, outcome)
}

const settle = async ({ db, now, log }: Outside, alert: DueAlert, outcome: Outcome): Promise<void> => {
  if (outcome.is === 'sent') return markSent(db, alert, outcome.msgid, now())
  const facts = { alertId: alert.id, code: outcome.code, attempts: alert.attempts }
  if (outcome.is === 'later') {
    // Spread out, so that those put off together do not come back together.
    const wait = outcome.afterSeconds * (0.75 + Math.random() / 2)
    log.warn(facts, 'alert put off')
    return markPutOff(db, alert.id, new Date(now().getTime() + wait * 1000), outcome.code)
  }
  if (outcome.is === 'spent' && alert.template) await clearPermit(db, alert.recipientId, alert.template)
  log[outcome.is === 'never' && outcome.ourFault ? 'error' : 'info'](facts, 'alert given up')
  return markFailed(db, alert.id, outcome.code)
}
