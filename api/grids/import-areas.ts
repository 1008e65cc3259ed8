import type { Db } from '@huiyin/db/core/client.ts'
import { insertAreas, listAreasById } from '@huiyin/db/grids/queries.ts'
import { type AreaLevel, areaLevels } from '@huiyin/shared/grids/area.ts'
import { type AreaLine, type Fault, readAreas } from './read-areas.ts'
import { faults } from './words.ts'

export type Imported = { added: number; known: number; faults: Fault[] }

type Standing = { level: AreaLevel; path: string }

const inOneGo = 500

/**
 * Takes a township's areas from a CSV file (UTF-8 or GB18030, as spreadsheets save it). All or nothing: with a fault in
 * any line nothing is stored. Areas whose id is known stay as they are, so a longer file may be handed in again.
 */
export const importAreas = async ({ db }: { db: Db }, { file }: { file: Uint8Array }): Promise<Imported> => {
  const read = readAreas(file)
  if (read.faults.length > 0) return { added: 0, known: 0, faults: read.faults }
  const named = read.lines.flatMap(({ id, parentId }) => (parentId ? [id, parentId] : [id]))
  const known = new Map((await listAreasById(db, [...new Set(named)])).map(area => [area.id, area]))
  const fresh = read.lines.filter(({ id }) => !known.has(id))
  const { rows, wrong } = place(fresh, new Map<string, Standing>(known))
  if (wrong.length > 0) return { added: 0, known: 0, faults: wrong }
  await db.transaction(async tx => {
    for (let from = 0; from < rows.length; from += inOneGo) await insertAreas(tx, rows.slice(from, from + inOneGo))
  })
  return { added: rows.length, known: read.lines.length - rows.length, faults: [] }
}

/** Hangs every line below its parent, from the top: a parent may stand further down in the file. */
const place = (lines: AreaLine[], standing: Map<string, Standing>) => {
  const wrong: Fault[] = []
  const rows = lines
    .toSorted((a, b) => areaLevels.indexOf(a.level) - areaLevels.indexOf(b.level))
    .map(({ line, ...area }) => {
      const parent = area.parentId ? standing.get(area.parentId) : undefined
      const message = parentFault(area, parent)
      if (message) wrong.push({ line, message })
      const path = `${parent?.path ?? '/'}${area.id}/`
      standing.set(area.id, { level: area.level, path })
      return { ...area, path }
    })
  return { rows, wrong: wrong.toSorted((a, b) => a.line - b.line) }
}

const parentFault = ({ level, parentId }: Omit<AreaLine, 'line'>, parent: Standing | undefined) => {
  const above = areaLevels[areaLevels.indexOf(level) - 1]
  if (!above) return parentId ? faults.topHasParent : undefined
  if (!parent) return faults.noParent
  return parent.level === above ? undefined : faults.parentLevel
}
