import { type Ctx, demandPost } from '@huiyin/api/core/context.ts'
import type { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import type { Input } from '@huiyin/shared/core/route.ts'
import { recordOf } from './record-lines.ts'
import type { RecordLine } from './record-sheet.ts'
import { columnWords } from './words.ts'

type Routes = typeof recordRoutes

const heads: Record<keyof RecordLine, string> = columnWords

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
