import { besidePgbench } from './beside-pgbench.ts'
import type { Section } from './results.ts'
import { buildingCode, fillTown, homeOf, type Town, tokenOf } from './town.ts'

const town: Town = { reports: 50_000, grids: 120 }
const people = 400

const bodyOf = (resident: number, [id, ...photoIds]: readonly string[]) => ({
  id,
  words: '三单元楼道的水管在漏水，地面很滑，请尽快来看看',
  photoIds,
  buildingId: buildingCode(homeOf(resident)),
})

/** Submitting a report with three photos over HTTP, beside pgbench with the very statements that one submission runs. */
export const submit = (seconds = 8): Promise<Section> =>
  besidePgbench({
    name: 'submit',
    what: `one report with words, three photos and a building; ${town.reports} reports before`,
    fill: url => fillTown(url, town),
    limit: 0.5,
    seconds,
    errands: Array.from({ length: people }, (_, n) => {
      const resident = 1 + n * 60
      const token = tokenOf('resident', resident)
      return [{ method: 'POST', path: () => '/api/reports', token, body: ids => bodyOf(resident, ids) }]
    }),
  })
