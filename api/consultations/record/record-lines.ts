import type { Ctx } from '@huiyin/api/core/context.ts'
import { throughDoors } from '@huiyin/api/core/doors.ts'
import { listServices, type ServiceRow } from '@huiyin/db/consultations/record-queries.ts'
import { listAreas } from '@huiyin/db/grids/queries.ts'
import { plainTime } from '@huiyin/shared/alerts/shanghai-time.ts'
import { monthSpan } from '@huiyin/shared/consultations/days.ts'
import { type Mode, modeNames } from '@huiyin/shared/consultations/modes.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import type { RecordLine } from './record-sheet.ts'
import { recordWords } from './words.ts'

const { kinds, online, confirmed: said } = recordWords

/** Everything of one month in a township that took place, in the order of time. Nothing in it can be typed in. */
export const recordOf = async (ctx: Ctx, townshipId: string, month: string): Promise<RecordLine[]> => {
  const [from, until] = monthSpan(month)
  const [services, answers, villages] = await Promise.all([
    listServices(ctx.db, townshipId, from, until),
    throughDoors(doors => doors.servicesGiven?.(ctx.db, townshipId, from, until)),
    listAreas(ctx.db, townshipId),
  ])
  const nameOf = (id: string) => villages.find(it => it.id === id)?.name ?? id
  const lines = [
    ...services.map(row => ({ at: row.at, ...lineOf(row), village: nameOf(row.communityId) })),
    ...answers.map(({ at, adviser, communityId, number }) => ({
      ...{ at, adviser, village: nameOf(communityId), kind: online, place: number },
      ...{ minutes: 0, people: 1, confirmed: said.bySystem },
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  return lines.map(({ at, ...line }) => ({ ...whenOf(at), ...line }))
}

const whenOf = (at: string) => ({ day: shanghaiDay(new Date(at)), time: plainTime(new Date(at)).slice(-5) })

const lineOf = ({ adviser, kind, mode, place, minutes, people, confirmed }: ServiceRow) => ({
  ...{ adviser, kind: kinds[kind], minutes, people },
  place: kind === 'lecture' ? place : `${modeNames[mode as Mode]} ${place}`,
  confirmed: kind === 'walk-in' ? said.byAdviser : confirmed ? said.byResident : said.byNobody,
})
