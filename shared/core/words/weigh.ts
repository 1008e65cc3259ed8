import type { Gram } from './features.ts'
import { type Head, heads } from './heads.ts'
import { signs } from './signs.ts'
import { biases, weights } from './trained.ts'

/** A weight is written as one sign, by its distance from the middle. */
export const middle = 32
/** A distance to the next bucket is written in groups of five bits, the lowest first; a set sixth bit says that another follows. */
export const groupBits = 5

const values = new Map<string, number>()
for (let at = 0; at < signs.length; at++) values.set(signs[at] as string, at)

type Table = Map<number, number>

/** Reads `distance weight distance weight …`; buckets ascend. */
const decoded = (written: string): Table => {
  const table: Table = new Map()
  let [bucket, distance, shift] = [-1, 0, 0]
  for (let at = 0; at < written.length; at++) {
    const value = values.get(written[at] as string) as number
    distance += (value % 2 ** groupBits) << shift
    shift += groupBits
    if (value >= 2 ** groupBits) continue
    bucket += distance
    at += 1
    table.set(bucket, (values.get(written[at] as string) as number) - middle)
    distance = 0
    shift = 0
  }
  return table
}

const tables = new Map<Head, Table>()
const tableOf = (head: Head): Table => {
  const known = tables.get(head) ?? decoded(weights[head] ?? '')
  tables.set(head, known)
  return known
}

/** Sums are this many times finer than weights. */
export const fine = 16

export type Sums = Record<Head, number>

/** A few characters are no less in doubt than a short sentence. */
const fewest = 20
export const rootOf = (buckets: number): number => Math.sqrt(Math.max(fewest, buckets))

/**
 * What the weights of `buckets` come to: shared out over the root of how many there are, so that long and short sentences compare. Only
 * steps that are exact on every machine.
 */
export const shared = (weight: number, buckets: number): number => Math.round((weight * fine) / rootOf(buckets))

/** What all grams weigh together for each answer, each bucket once. */
export const sumsOf = (grams: readonly Gram[]): Sums => {
  const buckets = Array.from(new Set(grams.map(it => it.bucket)))
  const sums = { ...biases } as Sums
  for (const head of heads) {
    const table = tableOf(head)
    let weight = 0
    for (const bucket of buckets) weight += table.get(bucket) ?? 0
    sums[head] += shared(weight, buckets.length)
  }
  return sums
}

/** How much each character of a text of `length` speaks for an answer: a gram's weight is shared by its characters. */
export const sharesOf = (grams: readonly Gram[], length: number, head: Head): number[] => {
  const table = tableOf(head)
  const shares = Array.from({ length }, () => 0)
  for (const { bucket, from, to } of grams)
    for (let at = from; at < to; at++) shares[at] = (shares[at] as number) + (table.get(bucket) ?? 0) / (to - from)
  return shares
}
