import { sized } from '../bench.ts'
import { besidePgbench, tinySide } from '../beside-pgbench.ts'
import { buildingCode, fillTown, homeOf, residentsOf, tokenOf } from './town.ts'

const people = 400

const bodyOf = (resident: number, [id, ...photoIds]: readonly string[]) => ({
  id,
  words: '三单元楼道的水管在漏水，地面很滑，请尽快来看看',
  photoIds,
  buildingId: buildingCode(homeOf(resident)),
})

/** Submitting a report with three photos over HTTP, beside pgbench with the very statements that one submission runs. */
export const bench = sized({
  whole: { seconds: 8, rounds: 7, clients: 32, reports: 50_000, grids: 120 },
  tiny: { ...tinySide, reports: 500, grids: 6 },
  run: (cluster, { reports, grids, ...size }) =>
    besidePgbench(cluster, {
      name: 'submit',
      what: `one report with words, three photos and a building; ${reports} reports before`,
      fill: url => fillTown(url, { reports, grids }),
      limit: 0.5,
      ...size,
      errands: Array.from({ length: people }, (_, n) => {
        const resident = 1 + (n * residentsOf({ grids })) / people
        const token = tokenOf('resident', resident)
        return [{ method: 'POST', path: () => '/api/reports', token, body: ids => bodyOf(resident, ids) }]
      }),
    }),
})
