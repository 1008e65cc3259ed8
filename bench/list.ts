import { besidePgbench } from './beside-pgbench.ts'
import type { Section } from './results.ts'
import { gridCode, type Town, tokenOf } from './town.ts'

const town: Town = { reports: 50_000, grids: 120 }

/** A grid worker's newest twenty matters over HTTP, beside pgbench with the very statements behind it. */
export const list = (seconds = 8): Promise<Section> =>
  besidePgbench({
    name: 'list',
    what: 'the newest 20 matters of my grid, three in five with a photo',
    town,
    limit: 0.2,
    seconds,
    calls: Array.from({ length: town.grids }, (_, n) => ({
      method: 'GET',
      path: `/api/reports/desk?desk=${gridCode(n + 1)}&show=all`,
      token: tokenOf('worker', n + 1),
    })),
  })
