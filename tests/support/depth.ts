import fc from 'fast-check'

/** How deep this run goes: `short` in every `npm test`, a `slice` in every CI run, `all` in `npm run test:deep -- --all`. */
const depth = process.env.HUIYIN_DEPTH ?? 'short'

/** How often, how many or how long: few in every run, all when there is time, an eighth of the way from one to the other in a slice. */
export const repetitions = (few: number, all: number): number =>
  depth === 'all' ? all : depth === 'slice' ? Math.round(few + (all - few) / 8) : few

/**
 * Walks a property with fast-check: in every run the same `few` walks, so that none fails by luck and what a test wants to have met
 * is met; deeper, others after them, up to `all`. A failure names its seed.
 */
export const walk = async <Ts>(property: fc.IAsyncProperty<Ts>, few: number, all: number): Promise<void> => {
  await fc.assert(property, { numRuns: few, seed: 20_261_127, endOnFailure: true })
  const more = repetitions(few, all) - few
  if (more > 0) await fc.assert(property, { numRuns: more, endOnFailure: true })
}
