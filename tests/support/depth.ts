/** How deep this run goes: `short` in every `npm test`, a `slice` in every CI run, `all` in `npm run test:deep -- --all`. */
const depth = process.env.HUIYIN_DEPTH ?? 'short'

/** How often, how many or how long: few in every run, all when there is time, an eighth of the way from one to the other in a slice. */
export const repetitions = (few: number, all: number): number =>
  depth === 'all' ? all : depth === 'slice' ? Math.round(few + (all - few) / 8) : few

/**
 * How fast-check walks. In every `npm test` the same walks each time, so that none fails by luck; deeper, others each time, and a
 * failure names its seed.
 */
export const walks = (few: number, all: number) => ({
  numRuns: repetitions(few, all),
  endOnFailure: true,
  ...(depth === 'short' && { seed: 20_261_127 }),
})
