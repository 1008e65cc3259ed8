import { besidePgbench } from './beside-pgbench.ts'
import type { Section } from './results.ts'
import { fillTown, gridCode, type Town, tokenOf } from './town.ts'

const town: Town = { reports: 50_000, grids: 120 }

/** A grid worker's newest twenty matters over HTTP, beside pgbench with the very statements behind it. */
export const list = (seconds = 8): Promise<Section> =>
  besidePgbench({
    name: 'list',
    what: `the newest 20 matters of my grid, three in five with a photo; ${town.reports} reports before`,
    fill: url => fillTown(url, town),
    limit: 0.2,
    seconds,
    errands: Array.from({ length: town.grids }, (_, n) => {
      const path = `/api/reports/desk?desk=${gridCode(n + 1)}&show=all`
      return [{ method: 'GET', path: () => path, token: tokenOf('worker', n + 1) }]
    }),
  })
