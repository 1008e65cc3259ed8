import type { Route } from '@huiyin/shared/core/route.ts'
import type { Someone } from './world.ts'

/** One cell of a matrix: somebody tries a route on a matter that stands in some way. */
type Cell = { route: string; who: string }

/** The status that the API answers. `named`: what stands for each `:name` of the path; `body` goes with all but GET. */
export const statusOf = async (
  fetch: Someone['fetch'],
  { method, path }: Pick<Route, 'method' | 'path'>,
  named: Record<string, string>,
  body: object,
): Promise<number> => {
  const address = path.replace(/:(\w+)/g, (_, name: string) => named[name] ?? '')
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  return (await fetch(address, { method, ...(method === 'GET' ? {} : json) })).status
}

type Asked<C> = {
  due: (cell: C) => number
  tryOut: (cell: C) => Promise<number>
  nameOf: (cell: C) => string
  atOnce?: number
}

/** Tries every cell; those that were not answered as is due, in words. */
export const surprisesOf = async <C extends Cell>(
  cells: readonly C[],
  { due, tryOut, nameOf, atOnce = 12 }: Asked<C>,
): Promise<string[]> => {
  const surprises: string[] = []
  const judge = async (one: C) => {
    const [expected, got] = [due(one), await tryOut(one)]
    if (got !== expected) surprises.push(`${nameOf(one)}: ${got} instead of ${expected}`)
  }
  for (let at = 0; at < cells.length; at += atOnce) await Promise.all(cells.slice(at, at + atOnce).map(judge))
  return surprises
}
