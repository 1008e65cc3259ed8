import { Code, Point } from '@huiyin/shared/core/fields.ts'
import { type AreaLevel, areaNameMost } from '@huiyin/shared/grids/area.ts'
import { parse } from 'csv-parse/sync'
import * as z from 'zod/mini'
import { columns, faults, levelsInFile } from './words.ts'

/** What is wrong in which line of the file, counted from 1. */
export type Fault = { line: number; message: string }

/** One line of the file. Places are gcj02. */
export type AreaLine = {
  line: number
  id: string
  level: AreaLevel
  name: string
  parentId: string | null
  centerGcj02: { x: number; y: number } | null
  boundaryGcj02: [number, number][] | null
}

type Cells = Partial<Record<string, string>>

/** Reads the file by itself, without what the database knows. With faults the lines are not to be used. */
export const readAreas = (file: Uint8Array): { lines: AreaLine[]; faults: Fault[] } => {
  const read = split(decode(file))
  if ('fault' in read) return { lines: [], faults: [read.fault] }
  const seen = new Set<string>()
  const wrong: Fault[] = []
  const lines = read.records.map(({ record, info }) => {
    const area = toArea(record, info.lines)
    const message = lineFault(area) ?? (seen.has(area.id) ? faults.twice : undefined)
    if (message) wrong.push({ line: info.lines, message })
    seen.add(area.id)
    return area
  })
  return { lines, faults: wrong }
}

/** Spreadsheets on Chinese desks save CSV in GB18030 unless told otherwise. */
const decode = (file: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    return new TextDecoder('gb18030').decode(file)
  }
}

type Split = { records: { record: Cells; info: { lines: number } }[] } | { fault: Fault }

const split = (text: string): Split => {
  const needed = [columns.id, columns.level, columns.name, columns.parentId]
  let header: string[] = []
  try {
    const records = parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      info: true,
      columns: (names: string[]) => {
        header = names
        return names
      },
      // csv-parse types the records alone; with `info` each comes beside its line.
    }) as unknown as { record: Cells; info: { lines: number } }[]
    return needed.every(name => header.includes(name)) ? { records } : { fault: { line: 1, message: faults.header } }
  } catch (error) {
    return { fault: { line: (error as { lines?: number }).lines ?? 1, message: faults.unreadable } }
  }
}

const toArea = (cells: Cells, line: number): AreaLine => {
  const cell = (name: keyof typeof columns) => cells[columns[name]] ?? ''
  return {
    line,
    id: cell('id'),
    level: levelsInFile[cell('level')] as AreaLevel,
    name: cell('name'),
    parentId: cell('parentId') || null,
    centerGcj02: cell('lng') || cell('lat') ? { x: numberIn(cell('lng')), y: numberIn(cell('lat')) } : null,
    boundaryGcj02: cell('boundary') ? cornersIn(cell('boundary')) : null,
  }
}

const cornersIn = (text: string) =>
  text
    .split(/[;；]/)
    .filter(corner => corner.trim())
    .map((corner): [number, number] => {
      const [lng = '', lat = '', ...rest] = corner.trim().split(/[\s,，]+/)
      return rest.length > 0 ? [Number.NaN, Number.NaN] : [numberIn(lng), numberIn(lat)]
    })

const numberIn = (text: string) => (text === '' ? Number.NaN : Number(text))

const lineFault = ({ id, level, name, centerGcj02, boundaryGcj02 }: AreaLine): string | undefined => {
  if (!z.safeParse(Code, id).success) return faults.id
  if (!level) return faults.level
  if (name.length === 0 || name.length > areaNameMost) return faults.name
  if (centerGcj02 && !isPoint([centerGcj02.x, centerGcj02.y])) return faults.point
  if (boundaryGcj02 && (boundaryGcj02.length < 3 || !boundaryGcj02.every(isPoint))) return faults.boundary
  return undefined
}

const isPoint = ([lng, lat]: [number, number]) => z.safeParse(Point, { lng, lat }).success
