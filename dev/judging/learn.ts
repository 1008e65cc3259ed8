import { rootOf } from '@huiyin/shared/core/words/weigh.ts'
import { createRandom } from './random.ts'

/** Buckets of a sentence, each once; `yes`: whether it is what the head looks for; `weight`: how much the sentence counts. */
export type Example = { buckets: readonly number[]; yes: boolean; weight: number }

/** Σ weights ÷ √ buckets of the sentence + bias. */
export type Linear = { weights: Map<number, number>; bias: number }

type Known = { at: Int32Array; values: Float64Array; side: 1 | -1; slack: number; square: number }

const rounds = 30

const dot = ({ at, values }: Known, weights: Float64Array) => {
  let sum = 0
  for (let i = 0; i < at.length; i++) sum += (weights[at[i] as number] as number) * (values[i] as number)
  return sum
}

/** A linear support vector machine with squared loss, by dual coordinate descent (Hsieh et al. 2008). Every time the same. */
const descend = (known: readonly Known[], size: number): { weights: Float64Array; bias: number } => {
  const random = createRandom(7)
  const weights = new Float64Array(size)
  let bias = 0
  const given = new Float64Array(known.length)
  const order = known.map((_, at) => at)
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    for (const one of order) {
      const it = known[one] as Known
      const before = given[one] as number
      const slope = it.side * (dot(it, weights) + bias) - 1 + before * it.slack
      const after = Math.max(0, before - slope / (it.square + 1 + it.slack))
      given[one] = after
      const by = (after - before) * it.side
      bias += by
      it.at.forEach((place, i) => {
        weights[place] = (weights[place] as number) + by * (it.values[i] as number)
      })
    }
  }
  return { weights, bias }
}

const shuffle = (order: number[], random: () => number) => {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const here = order[at] as number
    order[at] = order[other] as number
    order[other] = here
  }
}

/** A quarter of the logarithm of how rare it is: what many sentences hold says little. */
const rarity = (held: number, all: number) => Math.log(all / held) / 4

const learn = (examples: readonly Example[], held: ReadonlyMap<number, number>, kept: readonly number[]): Linear => {
  const places = new Map(kept.map((bucket, at) => [bucket, at]))
  const rare = kept.map(bucket => rarity(held.get(bucket) ?? 1, examples.length))
  const known = examples.map(({ buckets, yes, weight }): Known => {
    const at = buckets.flatMap(it => places.get(it) ?? [])
    const values = Float64Array.from(at, it => (rare[it] as number) / rootOf(buckets.length))
    const square = values.reduce((sum, it) => sum + it * it, 0)
    return { at: Int32Array.from(at), values, side: yes ? 1 : -1, slack: 0.5 / weight, square }
  })
  const { weights, bias } = descend(known, kept.length)
  return { weights: new Map(kept.map((bucket, at) => [bucket, (weights[at] as number) * (rare[at] as number)])), bias }
}

/** Learns from all buckets that at least three sentences hold, keeps the `most` that decide most, and learns again from these alone. */
export const learnFew = (examples: readonly Example[], most: number): Linear => {
  const held = new Map<number, number>()
  for (const { buckets } of examples) for (const it of buckets) held.set(it, (held.get(it) ?? 0) + 1)
  const often = [...held].filter(([, count]) => count >= 3).map(([bucket]) => bucket)
  const { weights } = learn(examples, held, often)
  const importance = (bucket: number) => Math.abs(weights.get(bucket) ?? 0) * Math.sqrt(held.get(bucket) ?? 0)
  const best = often.toSorted((a, b) => importance(b) - importance(a) || a - b).slice(0, most)
  return learn(examples, held, best)
}
