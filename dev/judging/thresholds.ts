import { callable, type Head } from '@huiyin/shared/core/words/heads.ts'
import { shared } from '@huiyin/shared/core/words/weigh.ts'
import type { Read } from './examples.ts'
import { train, type Whole } from './models.ts'

/** So many parts; each is judged by a model that has learned from the others only. */
const parts = 4
/** Neighbouring lines speak of one thing: they stay together. */
const block = 20

type Scored = { row: Read; sums: Map<Head, number> }

const sumOf = ({ weights, bias }: Whole, buckets: readonly number[]): number => {
  const table = new Map(weights)
  const weight = buckets.reduce((sum, it) => sum + (table.get(it) ?? 0), 0)
  return shared(weight, buckets.length) + bias
}

const asked: readonly Head[] = ['urgent', 'slow', ...callable, 'danger']

/** Sums of each sentence that was written by hand, from a model that does not know it. */
const scored = (rows: readonly Read[]): Scored[] => {
  const partOf = (at: number) => Math.floor(at / block) % parts
  return Array.from({ length: parts }, (_, part) => {
    const models = train(
      rows.filter((_row, at) => partOf(at) !== part),
      asked,
    )
    return rows
      .filter((row, at) => partOf(at) === part && row.weight > 1)
      .map(row => ({ row, sums: new Map([...models].map(([head, it]) => [head, sumOf(it, row.buckets)])) }))
  }).flat()
}

/** The largest sum that this share of the values reaches. */
const reachedBy = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => b - a)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? 0

/** What the goals ask for, on sentences that the model does not know: so many urgent ones found, so few alarms without danger. */
export const thresholdsFrom = (rows: readonly Read[]): Record<string, number> => {
  const all = scored(rows)
  const sums = (head: Head, which: (row: Read) => boolean) =>
    all.filter(({ row }) => which(row)).map(it => it.sums.get(head) ?? 0)
  const loudest = all
    .filter(({ row }) => row.kind !== null && row.urgency === 'urgent' && row.call !== 'none')
    .map(it => Math.max(...callable.map(head => it.sums.get(head) ?? 0)))
  return {
    urgent: reachedBy(
      sums('urgent', row => row.urgency === 'urgent'),
      0.96,
    ),
    slow: reachedBy(
      sums('slow', row => row.urgency === 'normal'),
      0.15,
    ),
    call: reachedBy(loudest, 0.87),
    doubtful: reachedBy(
      sums('danger', row => row.kind === null && row.person !== 'none'),
      0.98,
    ),
    sure: reachedBy(
      sums('danger', row => row.kind === null && row.person === 'none'),
      0.025,
    ),
  }
}
