import type { Cluster } from '../tests/support/cluster.ts'
import type { Section } from './results.ts'

/** `whole` measures, by its own numbers or with another one for its first; `tiny` goes the same way in seconds and measures nothing. */
export type Bench = {
  whole: (cluster: Cluster, given?: number) => Promise<Section>
  tiny: (cluster: Cluster) => Promise<Section>
}

/** Sizes of a bench: the first of them is what the command line may change. */
type Sized<S extends Record<string, number>> = {
  whole: S
  tiny: S
  run: (cluster: Cluster, size: S) => Promise<Section>
}

/** A file `<name>.bench.ts` exports one of these as `bench`. */
export const sized = <S extends Record<string, number>>({ whole, tiny, run }: Sized<S>): Bench => ({
  whole: (cluster, given) => {
    const [first = ''] = Object.keys(whole)
    return run(cluster, given === undefined ? whole : { ...whole, [first]: given })
  },
  tiny: cluster => run(cluster, tiny),
})
