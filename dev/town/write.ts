import { toWgs84 } from '@huiyin/api/core/datum.ts'
import type { Keys } from '@huiyin/api/core/secrets.ts'
import { about } from '@huiyin/api/core/secrets.ts'
import { advanceSequence, insertRows } from '@huiyin/db/core/bulk.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import { templates } from '@huiyin/shared/alerts/alert-kind.ts'
import type { Point } from '@huiyin/shared/core/fields.ts'
import { maskPhone } from '@huiyin/shared/people/person.ts'
import { townshipId } from './areas.ts'
import type { InboxRow } from './inbox.ts'
import type { Matter } from './matters.ts'
import type { PlannedPeople } from './people.ts'
import { type Album, photosOf } from './photos.ts'
import type { PlannedArea } from './rows.ts'
import { closedAtOf } from './visits.ts'
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

/** Matters in the order of filing, with history, photos, followers and ratings. */
export const writeMatters = async (
  db: Db,
  matters: readonly Matter[],
  areas: Map<string, PlannedArea>,
  album: Album,
) => {
  const photos = matters.map(matter => photosOf(matter, album))
  await insertRows(
    db,
    'photos',
    photos.flatMap(it => it.rows),
  )
  await insertRows(
    db,
    'reports',
    matters.map(({ life }, index) => reportRow(life, index + 1, areas, photos[index]?.cover ?? null)),
  )
  await advanceSequence(db, 'report_numbers', matters.length)
  await insertRows(
    db,
    'report_events',
    matters.flatMap(({ life }) => stepRows(life)),
  )
  await insertRows(
    db,
    'report_photos',
    photos.flatMap(it => it.uses),
  )
  await insertRows(
    db,
    'report_followers',
    matters.flatMap(({ life }) => followerRows(life)),
  )
  await insertRows(db, 'report_ratings', matters.flatMap(ratingRows))
}

type Life = Matter['life']
const inputHash = 'demo'

const reportRow = (life: Life, number: number, areas: Map<string, PlannedArea>, coverId: string | null) => {
  const { filing, steps } = life
  const [, districtId, townshipId, communityId, gridId] = areas.get(filing.buildingId)?.path.split('/') ?? []
  const spot = areas.get(filing.buildingId)?.center as Point
  return {
    id: filing.id,
    number: numberOf(filing.createdAt, number),
    reporter_id: filing.reporterId,
    input_hash: inputHash,
    words: filing.words,
    kind: filing.kind,
    urgency: filing.urgency,
    urgency_rule: filing.urgencyRule,
    state: life.state,
    level: life.level,
    owner_id: life.ownerId,
    unit_id: life.unitId,
    grid_id: gridId,
    community_id: communityId,
    township_id: townshipId,
    district_id: districtId,
    building_id: filing.buildingId,
    place: filing.place,
    spot_gcj02: pointText(spot),
    spot_wgs84: pointText(toWgs84(spot)),
    accept_by: filing.acceptBy,
    resolve_by: filing.resolveBy,
    ...{ due_at: life.dueAt, due_for: life.dueFor, closed_at: closedAtOf(life) },
    seq: steps.length - 1,
    returns: life.returns,
    reopens: life.reopens,
    joiners: life.joiners.length,
    cover_id: coverId,
    created_at: filing.createdAt,
    updated_at: steps.at(-1)?.at,
  }
}

/** Day in Shanghai and running number, as the API counts. */
export const numberOf = (at: Date, number: number) => {
  const day = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(2, 10).replaceAll('-', '')
  return `${day}${String(number).padStart(5, '0')}`
}

const stepRows = ({ filing, steps }: Life) =>
  steps.map(({ id, seq, event, state, level, ownerId, actorId, actor, words, staffOnly, dueAt, at }) => ({
    id,
    report_id: filing.id,
    seq,
    event,
    state,
    level,
    owner_id: ownerId,
    grid_id: filing.gridId,
    actor_id: actorId,
    actor,
    words,
    staff_only: staffOnly,
    due_at: dueAt,
    input_hash: inputHash,
    at,
  }))

const followerRows = ({ filing, joiners }: Life) =>
  [{ id: filing.reporterId, at: filing.createdAt }, ...joiners].map(it => ({
    person_id: it.id,
    report_id: filing.id,
    at: it.at,
  }))

const ratingRows = ({ life, rating, ratingWords }: Matter) => {
  const last = life.steps.at(-1)
  return rating && last
    ? [{ event_id: last.id, report_id: life.filing.id, rating, words: ratingWords, at: last.at }]
    : []
}

export const writeInbox = (db: Db, rows: readonly InboxRow[]) => insertRows(db, 'alerts', rows)
