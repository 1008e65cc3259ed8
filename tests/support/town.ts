import type { Db } from '@huiyin/db/core/client.ts'
import { areas } from '@huiyin/db/grids/tables.ts'
import { people, postings, units } from '@huiyin/db/people/tables.ts'
import type { Role } from '@huiyin/shared/core/policy.ts'
import type { AreaLevel } from '@huiyin/shared/grids/area.ts'
import { towns } from '../lists/towns.ts'

/**
 * An invented district with two townships, so that there is always somebody next door. Ids tell their place:
 * district d001, township t001/t002, village t001v1, grid t001v1g1, building t001v1g1b1. Grids are squares of about
 * 400 m; buildings stand 60 m apart in them.
 */
const origin = { lng: 117.2, lat: 31.5 }
const step = 0.004

export const areaRows = () => {
  const rows: (typeof areas.$inferInsert)[] = []
  const add = (id: string, level: AreaLevel, name: string, parent?: (typeof rows)[number], rest: object = {}) => {
    const row = { id, level, name, parentId: parent?.id ?? null, path: `${parent?.path ?? '/'}${id}/`, ...rest }
    rows.push(row)
    return row
  }
  const district = add('d001', 'district', '云溪区')
  const townships = [
    { id: 't001', name: '青禾镇', villages: ['柳塘村', '石桥村'], south: 0 },
    { id: 't002', name: '白鹭镇', villages: ['枫林村'], south: 0.1 },
  ]
  for (const { id, name, villages, south } of townships) {
    const township = add(id, 'township', name, district)
    for (const [v, villageName] of villages.entries()) {
      const village = add(`${id}v${v + 1}`, 'community', villageName, township)
      for (const g of [1, 2]) {
        const [x, y] = [origin.lng + v * 3 * step + g * step, origin.lat - south]
        const corners: [number, number][] = [
          [x, y],
          [x + step, y],
          [x + step, y + step],
          [x, y + step],
        ]
        const grid = add(`${village.id}g${g}`, 'grid', `第${g}网格`, village, {
          centerGcj02: { x: x + step / 2, y: y + step / 2 },
          boundaryGcj02: corners,
        })
        for (const b of [1, 2, 3])
          add(`${grid.id}b${b}`, 'building', `${b}号楼`, grid, {
            centerGcj02: { x: x + 0.001 + b * 0.0006, y: y + 0.002 },
          })
      }
    }
  }
  return rows
}

type Duty = { openid: string; name: string; role: Role; title: string; areaId: string; unitId?: string; rank?: number }

const staff: Duty[] = [
  { openid: 'worker', name: '李秀兰', role: 'worker', title: '网格员', areaId: 't001v1g1' },
  { openid: 'worker-mate', name: '陈建国', role: 'worker', title: '网格员', areaId: 't001v1g1', rank: 1 },
  { openid: 'worker-next-grid', name: '吴桂英', role: 'worker', title: '网格员', areaId: 't001v1g2' },
  { openid: 'worker-next-village', name: '孙德福', role: 'worker', title: '网格员', areaId: 't001v2g1' },
  { openid: 'worker-next-town', name: '周淑珍', role: 'worker', title: '网格员', areaId: 't002v1g1' },
  { openid: 'lead', name: '赵明', role: 'lead', title: '网格长', areaId: 't001v1' },
  { openid: 'lead-next-village', name: '钱芳', role: 'lead', title: '网格长', areaId: 't001v2' },
  { openid: 'officer', name: '郑海', role: 'officer', title: '网格办', areaId: 't001' },
  { openid: 'officer-next-town', name: '王磊', role: 'officer', title: '网格办', areaId: 't002' },
  { openid: 'supervisor', name: '冯静', role: 'supervisor', title: '区级督办', areaId: 'd001' },
  { openid: 'partner', name: '何强', role: 'partner', title: '自来水公司', areaId: 't001', unitId: 'u-water' },
  { openid: 'partner-other', name: '吕梅', role: 'partner', title: '物业公司', areaId: 't001', unitId: 'u-estate' },
  { openid: 'adviser', name: '周文', role: 'adviser', title: '法律顾问', areaId: 't001v1', unitId: 'u-firm' },
  { openid: 'adviser-mate', name: '许静', role: 'adviser', title: '法律顾问', areaId: 't001v2', unitId: 'u-firm' },
  {
    openid: 'adviser-neutral',
    name: '沈岚',
    role: 'adviser',
    title: '法律顾问',
    areaId: 't001v2',
    unitId: 'u-firm-2',
    rank: 1,
  },
  { openid: 'adviser-next-town', name: '秦川', role: 'adviser', title: '法律顾问', areaId: 't002v1' },
  { openid: 'justice', name: '方正', role: 'justice', title: '司法所', areaId: 't001' },
  { openid: 'justice-next-town', name: '段宏', role: 'justice', title: '司法所', areaId: 't002' },
  { openid: 'chief', name: '施桂芳', role: 'chief', title: '栋长', areaId: 't001v1g1b1' },
  { openid: 'admin', name: '管理员', role: 'admin', title: '管理员', areaId: 't001' },
]

/** What a room puts into the town besides: `furnish.ts` in its folder exports it as `furnish`. */
export type Furnish = (db: Db) => Promise<void>

/** Fills a database with the town. */
export const buildTown = async (db: Db): Promise<void> => {
  await db.insert(areas).values(areaRows())
  await db.insert(units).values([
    { id: 'u-water', name: '自来水公司', work: '供水', townshipId: 't001' },
    { id: 'u-estate', name: '物业公司', work: '物业', townshipId: 't001' },
    { id: 'u-firm', name: '明理律师事务所', kind: 'firm', work: '法律服务', townshipId: 't001' },
    { id: 'u-firm-2', name: '公道律师事务所', kind: 'firm', work: '法律服务', townshipId: 't001' },
    { id: 'u-water-2', name: '白鹭水厂', work: '供水', townshipId: 't002' },
  ])
  const since = new Date('2020-01-01T00:00:00Z')
  for (const { openid, name, role, title, areaId, unitId, rank } of staff) {
    const [person] = await db.insert(people).values({ openid, name, createdAt: since }).returning({ id: people.id })
    if (!person) throw new Error('no person')
    await db
      .insert(postings)
      .values({ personId: person.id, role, title, areaId, unitId: unitId ?? null, rank: rank ?? 0, fromAt: since })
  }
  for (const furnish of Object.values(towns)) await furnish(db)
}
