import { callable, type Head, heads, judgedKinds } from '@huiyin/shared/core/words/heads.ts'
import { fine, middle } from '@huiyin/shared/core/words/weigh.ts'
import { examplesFor, type Read } from './examples.ts'
import { type Linear, learnFew } from './learn.ts'

/** How many weights each head may have; together they are what the trained file has room for. */
const roomOf = (head: Head): number => {
  if (head === 'urgent' || head === 'danger') return 2300
  if ((judgedKinds as readonly string[]).includes(head)) return 700
  return (callable as readonly string[]).includes(head) ? 350 : 400
}

/** Heads that are compared with each other are measured alike. */
const alike: readonly (readonly Head[])[] = [
  judgedKinds,
  callable,
  ['violence', 'minor', 'selfHarm'],
  ['urgent'],
  ['slow'],
  ['danger'],
]

/** Whole numbers from -31 to 31. */
export type Whole = { weights: [bucket: number, weight: number][]; bias: number }

const largest = middle - 1

const whole = ({ weights, bias }: Linear, scale: number): Whole => ({
  weights: [...weights]
    .map(([bucket, it]): [number, number] => [bucket, Math.max(-largest, Math.min(largest, Math.round(it * scale)))])
    .filter(([, it]) => it !== 0)
    .toSorted((a, b) => a[0] - b[0]),
  bias: Math.round(bias * scale * fine),
})

/** The weight that only one in three hundred exceeds becomes the largest. */
const scaleOf = (models: readonly Linear[]): number => {
  const sizes = models.flatMap(it => [...it.weights.values()]).map(Math.abs)
  return largest / (sizes.toSorted((a, b) => b - a)[Math.floor(sizes.length / 300)] ?? 1)
}

/** A model for each head, in whole numbers. */
export const train = (rows: readonly Read[], wanted: readonly Head[] = heads): Map<Head, Whole> => {
  const learned = new Map(wanted.map(head => [head, learnFew(examplesFor(rows, head), roomOf(head))]))
  const scales = new Map(
    alike.flatMap(group => {
      const scale = scaleOf(group.flatMap(it => learned.get(it) ?? []))
      return group.map((it): [Head, number] => [it, scale])
    }),
  )
  return new Map([...learned].map(([head, it]) => [head, whole(it, scales.get(head) ?? 1)]))
}
