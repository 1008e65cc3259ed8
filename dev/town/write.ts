import type { Keys } from '@huiyin/api/core/secrets.ts'
import { about } from '@huiyin/api/core/secrets.ts'
import { insertRows } from '@huiyin/db/core/bulk.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { templates } from '@huiyin/shared/alerts/alert-kind.ts'
import type { Point } from '@huiyin/shared/core/fields.ts'
import { maskPhone } from '@huiyin/shared/people/person.ts'
import { townshipId } from './areas.ts'
import type { PlannedPeople } from './people.ts'
import type { PlannedArea } from './rows.ts'
import { firms, units } from './words.ts'

const pointText = ({ lng, lat }: Point) => `(${lng},${lat})`

export const writeAreas = (db: Db, areas: readonly PlannedArea[]) =>
  insertRows(
    db,
    'areas',
    areas.map(({ id, level, name, parentId, path, center, boundary }) => ({
      id,
      level,
      name,
      parent_id: parentId,
      path,
      center_gcj02: pointText(center),
      boundary_gcj02: `(${boundary.map(pointText).join(',')})`,
      retired: false,
    })),
  )

/** `fromAt`: since when everybody holds his duty. */
export const writePeople = async (db: Db, { people, postings }: PlannedPeople, keys: Keys, fromAt: Date) => {
  await insertRows(db, 'units', [
    ...units.map(({ id, name, work }) => ({ id, name, work, kind: 'partner', township_id: townshipId })),
    ...firms.map(({ id, name }) => ({ id, name, work: '法律服务', kind: 'firm', township_id: townshipId })),
  ])
  await insertRows(
    db,
    'people',
    people.map(({ id, openid, name, phone, homeId }) => ({
      id,
      openid,
      name,
      phone_cipher: phone && keys.seal(phone, about.phone(id)),
      phone_index: phone && keys.blindIndex(phone),
      phone_mask: phone && maskPhone(phone),
      home_id: homeId,
      created_at: fromAt,
    })),
  )
  await insertRows(
    db,
    'postings',
    postings.map(({ id, personId, role, title, areaId, unitId, rank }) => ({
      id,
      person_id: personId,
      role,
      title,
      area_id: areaId,
      unit_id: unitId,
      rank,
      from_at: fromAt,
    })),
  )
}

/** Messages that the people of the demo page have allowed already, as if they had tapped before. */
export const writePermits = (db: Db, { people }: PlannedPeople, openids: readonly string[]) =>
  insertRows(
    db,
    'permits',
    people
      .filter(it => openids.includes(it.openid))
      .flatMap(({ id }) => templates.map(template => ({ person_id: id, template, left: 50 }))),
  )
