import { listServices, type ServiceRow } from '@huiyin/db/consultations/record-queries.ts'
import { listAreas, listAreasById } from '@huiyin/db/grids/queries.ts'
import { plainTime } from '@huiyin/shared/alerts/shanghai-time.ts'
import type { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { type Mode, modeNames } from '@huiyin/shared/consultations/slots.ts'
import { monthSpan } from '@huiyin/shared/core/days.ts'
import { holdsPost } from '@huiyin/shared/core/policy.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { shanghaiDay } from '@huiyin/shared/core/working-time.ts'
import { type Ctx, demandPost } from '../core/context.ts'
import { throughDoors } from '../core/doors.ts'
import { type RecordLine, sheetOf } from './record-sheet.ts'

type Routes = typeof recordRoutes

const kinds = { meeting: '预约咨询', 'walk-in': '现场接待', lecture: '普法讲座' } as const

/** Everything of one month in a township that took place, in the order of time. Nothing in it can be typed in. */
const recordOf = async (ctx: Ctx, townshipId: string, month: string): Promise<RecordLine[]> => {
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
      ...{ at, adviser, village: nameOf(communityId), kind: '在线答复', place: number },
      ...{ minutes: 0, people: 1, confirmed: '系统记录' },
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  return lines.map(({ at, ...line }) => ({ ...whenOf(at), ...line }))
}

const whenOf = (at: string) => ({ day: shanghaiDay(new Date(at)), time: plainTime(new Date(at)).slice(-5) })

const lineOf = ({ adviser, kind, mode, place, minutes, people, confirmed }: ServiceRow) => ({
  ...{ adviser, kind: kinds[kind], minutes, people },
  place: kind === 'lecture' ? place : `${modeNames[mode as Mode]} ${place}`,
  confirmed: kind === 'walk-in' ? '顾问登记' : confirmed ? '居民已确认' : '居民未确认',
})

const heads: Record<keyof RecordLine, string> = {
  day: '日期',
  time: '时间',
  village: '村（社区）',
  adviser: '法律顾问',
  kind: '服务',
  place: '方式、地点或编号',
  minutes: '分钟',
  people: '人数',
  confirmed: '确认情况',
}

/** The record of a township as a table for a spreadsheet program. */
export const exportRecord = async (
  ctx: Ctx,
  { township, month, format }: Input<Routes['exportRecord']>,
): Promise<Response> => {
  demandPost(ctx, 'justice', township)
  const lines = await recordOf(ctx, township, month)
  return format === 'csv' ? asCsv(lines, month) : asXlsx(lines, month)
}

const fileOf = (bytes: Uint8Array<ArrayBuffer>, type: string, name: string) =>
  new Response(bytes, {
    headers: {
      'content-type': type,
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })

/** A cell that a spreadsheet program would run as a formula gets an apostrophe before it. The mark at the beginning tells Excel that it is UTF-8. */
const asCsv = async (lines: readonly RecordLine[], month: string): Promise<Response> => {
  const { stringify } = await import('csv-stringify/sync')
  const text = stringify([...lines], {
    header: true,
    bom: true,
    escape_formulas: true,
    columns: heads,
    record_delimiter: 'windows',
  })
  return fileOf(new TextEncoder().encode(text), 'text/csv; charset=utf-8', `record-${month}.csv`)
}

const asXlsx = async (lines: readonly RecordLine[], month: string): Promise<Response> => {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const keys = Object.keys(heads) as (keyof RecordLine)[]
  const rows = [
    keys.map(key => ({ value: heads[key], type: String, fontWeight: 'bold' as const })),
    // A cell of type String is a text whatever it holds, never a formula.
    ...lines.map(line =>
      keys.map(key => {
        const value = line[key]
        return typeof value === 'number' ? { value, type: Number } : { value, type: String }
      }),
    ),
  ]
  const bytes = await writeExcelFile(rows).toBuffer()
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return fileOf(new Uint8Array(bytes), type, `record-${month}.xlsx`)
}

/** One village in one month, to be printed and hung up. */
export const readSheet = async (ctx: Ctx, { communityId, month }: Input<Routes['readSheet']>): Promise<Response> => {
  const [area] = await listAreasById(ctx.db, [communityId])
  if (area?.level !== 'community') return refuse('place-unknown')
  const townshipId = area.path.split('/')[2] ?? ''
  if (!holdsPost(ctx.me, 'adviser', communityId)) demandPost(ctx, 'justice', townshipId)
  const village = (await listAreas(ctx.db, townshipId)).find(it => it.id === communityId)?.name ?? ''
  const lines = (await recordOf(ctx, townshipId, month)).filter(line => line.village === village)
  return new Response(await sheetOf(village, month, lines), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  })
}
