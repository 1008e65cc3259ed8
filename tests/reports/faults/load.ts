import { randomUUID } from 'node:crypto'
import type { Receipt } from '@huiyin/shared/reports/report-card.ts'
import { callOver, Refused, routes, type Someone } from '@huiyin/tests/support/world.ts'

/** What one phone knows of one report it sent: acknowledged with this receipt, or never. */
export type Sent = {
  id: string
  words: string
  photoIds: string[]
  /** Which of the phones sent it. */
  phone: number
  receipt: Receipt | undefined
  tries: number
  /** The longest that one try took, in milliseconds. */
  longest: number
}

type Fetch = Someone['fetch']

/**
 * Phones that file reports and, like the mini-program, send the same id again until they have a receipt. Answers what each
 * phone knows at the end. A refusal other than 503 is an error of the service.
 */
export const fileMany = async (phones: Fetch[], each: number, patience: number): Promise<Sent[]> => {
  const work = phones.map(async (fetch, phone) => {
    const sent: Sent[] = []
    for (let n = 0; n < each; n++) sent.push(await fileOne(fetch, phone, `楼道漏水 ${phone}-${n}`, patience))
    return sent
  })
  return (await Promise.all(work)).flat()
}

const fileOne = async (fetch: Fetch, phone: number, words: string, patience: number): Promise<Sent> => {
  const photoIds = [randomUUID()]
  const sent: Sent = { id: randomUUID(), words, photoIds, phone, receipt: undefined, tries: 0, longest: 0 }
  const input = { id: sent.id, words, photoIds, buildingId: 't001v1g1b1' }
  while (!sent.receipt && sent.tries < patience) {
    sent.tries++
    const asked = performance.now()
    try {
      sent.receipt = await callOver(fetch, routes.fileReport, input)
    } catch (error) {
      if (error instanceof Refused && error.problem.status !== 503) throw error
    }
    sent.longest = Math.max(sent.longest, performance.now() - asked)
    if (!sent.receipt) await new Promise(done => setTimeout(done, 50))
  }
  return sent
}
