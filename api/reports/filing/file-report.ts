import type { Ctx } from '@huiyin/api/core/context.ts'
import { toWgs84 } from '@huiyin/api/core/datum.ts'
import { inputHash } from '@huiyin/api/core/secrets.ts'
import { calendarWith } from '@huiyin/api/grids/calendar.ts'
import { findOwner, holdersAt } from '@huiyin/api/grids/holders.ts'
import { findGround, type Ground } from '@huiyin/db/grids/queries.ts'
import { findEvent, findReport } from '@huiyin/db/reports/queries.ts'
import { insertReport, type NewReportStep, type NewReport as NewRow } from '@huiyin/db/reports/write-queries.ts'
import { refuse } from '@huiyin/shared/core/problem.ts'
import { after } from '@huiyin/shared/core/working-time.ts'
import type { NewReport } from '@huiyin/shared/reports/filing-routes.ts'
import type { Receipt } from '@huiyin/shared/reports/report-card.ts'
import { termsFor, waitingClock } from '@huiyin/shared/reports/report-clock.ts'
import { triage } from '@huiyin/shared/reports/triage.ts'
import { sourceOf } from '@huiyin/shared/reports/two-keys.ts'
import { daysUnknown } from '../days-unknown.ts'
import { tell } from '../notices.ts'
import { getOwner } from '../owner.ts'
import { wholePlace } from '../report-view.ts'
import { refuseTaken } from '../taken.ts'
import { whoWords } from '../words.ts'
import { forWhom } from './for-whom.ts'
import { findRecurring, markRecurred } from './recurrence.ts'
import { type Stand, standOn } from './stand-on.ts'

/**
 * Files a report: place → grid → who answers there → report, history, clock and alerts in one statement.
 * The id made on the phone makes it idempotent: the same input gets the same receipt, another input is refused.
 */
export const fileReport = async (ctx: Ctx, input: NewReport): Promise<Receipt> => {
  if (!input.words && input.photoIds.length === 0) return refuse('words-or-photo')
  const { ground, place } = await standOn(ctx, input)
  const whom = await forWhom(ctx, input, ground)
  const drawn = { ...draw(ctx, input, ground, place), source: sourceOf(input), forId: whom.forId }
  const before = await findRecurring(ctx, drawn)
  const row: NewRow = { ...drawn, recursId: before?.id ?? null }
  const step: NewReportStep = {
    id: input.id,
    event: 'file',
    answers: false,
    actorId: ctx.me.id,
    actor: whom.actor,
    words: null,
    staffOnly: false,
    inputHash: row.inputHash,
    photoIds: input.photoIds,
    checkWords: input.words !== undefined,
  }
  const holders = holdersAt(ground, row.level).map(it => it.personId)
  const told = { ...row, number: '' }
  const notices = [
    ...tell(holders, place.claimed ? 'report-new' : 'report-unclaimed', told),
    ...tell([ctx.me.id], 'report-received', told, ownerName(ground, row.ownerId)),
    ...tell(whom.forId ? [whom.forId] : [], 'report-filed-for', told),
  ]
  const extra = before && (await markRecurred(ctx, before, row, ground))
  const number = await insertReport(ctx.db, row, step, notices, extra).catch((error: unknown) =>
    refuseTaken(ctx, input.photoIds, error),
  )
  if (!number) return receiptAgain(ctx, input.id, row.inputHash)
  return toReceipt({ ...row, number }, ground, duty(ground, row.ownerId))
}

type Drawn = Omit<NewRow, 'recursId' | 'source' | 'forId'>

const draw = (ctx: Ctx, input: NewReport, ground: Ground, place: Stand['place']): Drawn => {
  const { now } = ctx
  const { kind, urgency, rule } = triage(input.words ?? '', input)
  const terms = termsFor(ground.deadlines, urgency)
  const calendar = calendarWith(ground.daysOff, ground.calendarSeq)
  const resolveBy = after(now, terms.resolve.minutes, terms.resolve.clock, calendar)
  const clock = waitingClock({ now, resolveBy, terms, calendar })
  const { level, owner } = getOwner(ground, place.claimed ? 'grid' : 'community')
  const { community, township, district } = ground.areas
  if (!community || !township || !district) return refuse('place-unknown')
  // The middle of a village is no spot.
  const gcj02 = input.point ?? (place.claimed ? ground.center : null)
  return {
    id: input.id,
    reporterId: ctx.me.id,
    inputHash: inputHash(input),
    words: input.words ?? null,
    kind,
    urgency,
    urgencyRule: rule,
    state: 'filed',
    level,
    ownerId: owner.personId,
    gridId: place.gridId,
    communityId: community.id,
    townshipId: township.id,
    districtId: district.id,
    buildingId: place.buildingId,
    place: place.label,
    placeWords: input.placeWords ?? null,
    gcj02,
    wgs84: gcj02 && toWgs84(gcj02),
    acceptBy: clock.dueAt,
    resolveBy,
    ...clock,
    coverId: input.photoIds[0] ?? null,
    createdAt: now,
  }
}

const ownerName = (ground: Ground, personId: string) => {
  const { title, name } = duty(ground, personId)
  return `${title} ${name}`
}

const duty = (ground: Ground, personId: string): Receipt['owner'] => {
  const holder = ground.holders.find(it => it.personId === personId) ?? findOwner(ground, 'grid')?.owner
  return { id: personId, title: holder?.title ?? whoWords.worker, name: holder?.name ?? '' }
}

type Filed = Pick<NewRow, 'id' | 'place' | 'placeWords' | 'urgency' | 'acceptBy' | 'resolveBy' | 'createdAt'> & {
  number: string
}

const toReceipt = (filed: Filed, ground: Ground, owner: Receipt['owner']): Receipt => ({
  id: filed.id,
  number: filed.number,
  place: wholePlace(filed),
  gridName: ground.areas.grid?.name ?? '',
  owner,
  urgency: filed.urgency,
  acceptBy: filed.acceptBy.toISOString(),
  resolveBy: filed.resolveBy.toISOString(),
  daysUnknown: daysUnknown(
    [
      { at: filed.acceptBy, stage: 'accept' },
      { at: filed.resolveBy, stage: 'resolve' },
    ],
    termsFor(ground.deadlines, filed.urgency),
    ground,
  ),
  at: filed.createdAt.toISOString(),
})

/** The id is taken: by this very submission (the answer got lost), by another one, or by somebody else. */
const receiptAgain = async (ctx: Ctx, id: string, hash: string): Promise<Receipt> => {
  const found = await findReport(ctx.db, id, ctx.me.id)
  if (found?.report.reporterId !== ctx.me.id) return refuse('not-found')
  const first = await findEvent(ctx.db, id)
  if (found.report.inputHash !== hash || !first) return refuse('id-reused')
  const ground = await findGround(ctx.db, first.gridId, ctx.now)
  if (!ground) return refuse('place-unknown')
  return toReceipt(found.report, ground, duty(ground, first.ownerId))
}
