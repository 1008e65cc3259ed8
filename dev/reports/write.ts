import { toWgs84 } from '@huiyin/api/core/datum.ts'
import { advanceSequence, insertRows } from '@huiyin/db/core/bulk.ts'
import type { Db } from '@huiyin/db/core/client.ts'
import type { Point } from '@huiyin/shared/core/fields.ts'
import type { Album } from '../town/album.ts'
import type { PlannedArea } from '../town/rows.ts'
import type { InboxRow } from './inbox.ts'
import type { Matter } from './matters.ts'
import { photosOf } from './photos.ts'
import { closedAtOf } from './visits.ts'

const pointText = ({ lng, lat }: Point) => `(${lng},${lat})`

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
