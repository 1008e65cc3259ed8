import { hasSuspects, leaseDue } from '@huiyin/db/alerts/delivery-queries.ts'
import { leaseGroups } from '@huiyin/db/alerts/group-queries.ts'
import { runClocks } from '../core/clock-loop.ts'
import { oneAtATime } from '../core/one-at-a-time.ts'
import type { Outside } from '../core/outside.ts'
import { mostInGroup } from './cards.ts'
import { escalateAlerts } from './escalate-alerts.ts'
import { type Batch, createSending } from './send-batch.ts'

/** On their way at once. With each taking 0.4 s in bad times, 40 were just a hundred a second. */
const most = 100
const suspectsEveryMs = 5000
/** So long what waits already waits for the ladders; the chores escalate the rest. */
const escalateMs = 5000

/**
 * Delivers what is due until nothing is left, or the process winds down: takes a lease on some rows, talks to the channels
 * with no transaction open, and writes down what became of each. A worker that dies leaves its rows to the next one after
 * 20 s. In this process leases are taken one after another, so that nobody gets two messages at once, and a message that hangs
 * holds up no other. A row that two workers died of goes alone, so that it takes no other with it: one after another when nothing else
 * is due, and one now and then while much is.
 */
export const createDelivery = (outside: Outside): (() => Promise<void>) => {
  const sending = new Set<Promise<void>>()
  const sendBatch = createSending(outside)
  let inHand = 0
  let alone = false
  let suspectsAt = performance.now() + suspectsEveryMs
  const take = oneAtATime(async () => {
    if (outside.isWindingDown() || alone || inHand >= most) return
    const isTheirTurn = performance.now() >= suspectsAt && (await hasSuspects(outside.db, outside.now()))
    if (!isTheirTurn) for (const batch of await leaseSound(outside, most - inHand)) send(batch)
    if (inHand > 0) return
    suspectsAt = performance.now() + suspectsEveryMs
    const [suspect] = await leaseDue(outside.db, 1, outside.now(), 'suspects')
    alone = suspect !== undefined
    if (suspect) send([suspect])
  })
  const escalate = oneAtATime(() => runClocks(outside, escalateAlerts, escalateMs))
  const send = (batch: Batch) => {
    inHand++
    const sent: Promise<void> = sendBatch(batch)
      .then(async settled => void (settled === 'failed' && (await escalate())))
      .finally(() => {
        inHand--
        alone = false
      })
      .then(take)
      .catch(error =>
        outside.log.error({ alertId: batch[0].id, name: (error as Error)?.name }, 'alert left to the next run'),
      )
      .finally(() => sending.delete(sent))
    sending.add(sent)
  }
  const allSent = untilNone(sending)
  return async () => {
    await escalate()
    await take()
    return allSent()
  }
}

/** What is sound: each alert by itself, and what waits for a group together. */
const leaseSound = async ({ db, now }: Outside, room: number): Promise<Batch[]> => {
  const batches = (await leaseDue(db, room, now())).map((it): Batch => [it])
  const groups = new Map<string, Batch>()
  for (const alert of await leaseGroups(db, mostInGroup, now())) {
    const group = groups.get(alert.robotArea ?? alert.id)
    if (group) group.push(alert)
    else groups.set(alert.robotArea ?? alert.id, [alert])
  }
  return [...batches, ...groups.values()]
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
