import { sized } from '../bench.ts'
import { besidePgbench, tinySide } from '../beside-pgbench.ts'
import { fillTown, gridCode, tokenOf } from './town.ts'

/** A grid worker's newest twenty matters over HTTP, beside pgbench with the very statements behind it. */
export const bench = sized({
  whole: { seconds: 8, rounds: 7, clients: 32, reports: 50_000, grids: 120 },
  tiny: { ...tinySide, reports: 500, grids: 6 },
  run: (cluster, { reports, grids, ...size }) =>
    besidePgbench(cluster, {
      name: 'list',
      what: `the newest 20 matters of my grid, three in five with a photo; ${reports} reports before`,
      fill: url => fillTown(url, { reports, grids }),
      limit: 0.2,
      ...size,
      errands: Array.from({ length: grids }, (_, n) => {
        const path = `/api/reports/desk?desk=${gridCode(n + 1)}&show=all`
        return [{ method: 'GET', path: () => path, token: tokenOf('worker', n + 1) }]
      }),
    }),
})
