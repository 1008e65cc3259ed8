import * as z from 'zod/mini'
import { Code, Point } from '../core/fields.ts'

/** From the top: a district holds townships, a township villages (communities), a village grids, a grid buildings. */
export const areaLevels = ['district', 'township', 'community', 'grid', 'building'] as const
export const AreaLevel = z.enum(areaLevels)
export type AreaLevel = z.infer<typeof AreaLevel>

/** The four levels a matter can climb, lowest first. */
export const ladder = ['grid', 'community', 'township', 'district'] as const
export const Level = z.enum(ladder)
export type Level = z.infer<typeof Level>

export const levelNames: Record<Level, string> = {
  grid: '网格',
  community: '村（社区）',
  township: '镇街',
  district: '区里',
}

export const levelAbove = (level: Level): Level =>
  ladder[Math.min(ladder.indexOf(level) + 1, ladder.length - 1)] as Level

/** Whether one level stands below the other. */
export const isBelow = (one: Level, other: Level): boolean => ladder.indexOf(one) < ladder.indexOf(other)

export const Area = z.object({
  id: Code,
  level: AreaLevel,
  name: z.string(),
  parentId: z.nullable(Code),
  center: z.nullable(Point),
})
export type Area = z.infer<typeof Area>

/** Characters of the name of an area. */
export const areaNameMost = 40

/** Characters of a place in a resident's own words. */
export const placeNameMost = 60

/** Where a building stands, as a resident reads it: 清水湾村 · 第3网格 · 5号楼. */
export const Place = z.object({
  buildingId: z.nullable(Code),
  gridId: Code,
  gridName: z.string(),
  communityId: Code,
  communityName: z.string(),
  label: z.string(),
})
export type Place = z.infer<typeof Place>
