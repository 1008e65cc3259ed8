import * as z from 'zod/mini'
import { Code, Id, Key, Lat, Lng, Point, words } from '../core/fields.ts'
import { moveRoutes } from '../core/move-route.ts'
import { PageQuery, pageOf } from '../core/page.ts'
import { route } from '../core/route.ts'
import { placeNameMost } from '../grids/area.ts'
import { photoLimits } from '../photos/photo-limits.ts'
import { Moved, Report } from './report.ts'
import { NearbyReport, NextTask, Receipt, ReportCard, ReportKindName } from './report-card.ts'
import { reportLimits } from './report-limits.ts'
import { reportSources } from './two-keys.ts'

export const photoIds = () =>
  z.array(Id).check(
    z.maxLength(photoLimits.perReport),
    z.refine(ids => new Set(ids).size === ids.length),
  )

/**
 * A report: at least a photo or words, and a place: a building, or a point, or typed words with either; or a village with typed words,
 * which go to the grid that they name, or wait for the village's lead to say which one.
 * `id` is made on the phone when the page opens; the photos may still be on their way.
 */
export const NewReport = z.object({
  id: Id,
  words: z.optional(words(500)),
  photoIds: z._default(photoIds(), []),
  kind: z.optional(ReportKindName),
  danger: z._default(z.boolean(), false),
  /** Her words sound urgent, and she says that it is not. */
  calm: z.optional(z.boolean()),
  buildingId: z.optional(Code),
  point: z.optional(Point),
  communityId: z.optional(Code),
  placeWords: z.optional(words(placeNameMost)),
  /** Absent: she files for herself. */
  source: z.optional(z.enum(reportSources)),
  /** Whom it is filed for: her telephone, by which she finds it here, and whether she agreed. */
  forPhone: z.optional(z.string().check(z.regex(/^1[3-9]\d{9}$/))),
  agreed: z.optional(z.boolean()),
})
export type NewReport = z.infer<typeof NewReport>

/** A move of a report. */
export const move = moveRoutes('/api/reports', Moved)

/** Filing, the lists and the next task: what the mini-program needs from its first screen on. */
export const filingRoutes = {
  fileReport: route({
    method: 'POST',
    path: '/api/reports',
    summary: '上报一个问题：照片或一句话，加上地点',
    access: 'person',
    status: 201,
    input: NewReport,
    answer: Receipt,
    problems: [
      'words-or-photo',
      'consent-needed',
      'not-allowed',
      'place-unknown',
      'place-outside',
      'id-reused',
      'not-found',
      'too-many',
    ],
  }),
  listNearby: route({
    method: 'GET',
    path: '/api/reports/nearby',
    summary: `${reportLimits.nearMeters} 米内还没解决的同类问题，最多 ${reportLimits.nearMost} 件`,
    access: 'person',
    input: z.object({ buildingId: z.optional(Code), lng: z.optional(Lng), lat: z.optional(Lat) }),
    answer: z.object({ items: z.array(NearbyReport) }),
    problems: ['place-unknown'],
  }),
  listMyReports: route({
    method: 'GET',
    path: '/api/reports/mine',
    summary: '我上报和跟进的事项，新的在前',
    access: 'person',
    input: z.object({ ...PageQuery }),
    answer: pageOf(ReportCard),
  }),
  listDesk: route({
    method: 'GET',
    path: '/api/reports/desk',
    summary: '我的岗位上的事项；`open` 按时限排，`all` 按时间排',
    access: 'person',
    input: z.object({
      ...PageQuery,
      /** Area of one of my posts, or my partner unit. */
      desk: Key,
      show: z._default(z.enum(['open', 'waiting', 'working', 'late', 'all']), 'open'),
    }),
    answer: pageOf(ReportCard),
    problems: ['not-allowed'],
  }),
  getNextTask: route({
    method: 'GET',
    path: '/api/reports/next',
    summary: '我的岗位上要我办、最先到期的一件；没有时是等居民确认的下一件；和今天办好几件',
    access: 'person',
    input: z.object({}),
    answer: NextTask,
  }),
  countDesk: route({
    method: 'GET',
    path: '/api/reports/desk/counts',
    summary: `岗位上待受理、办理中、超时各几件（最多数到 ${reportLimits.deskMost}）`,
    access: 'person',
    input: z.object({ desk: Key }),
    answer: z.object({ waiting: z.int(), working: z.int(), late: z.int() }),
    problems: ['not-allowed'],
  }),
  getReport: route({
    method: 'GET',
    path: '/api/reports/:id',
    summary: '一件事项的全部（按看的人裁剪）',
    access: 'person',
    input: z.object({ id: Id }),
    answer: Report,
    problems: ['not-found'],
  }),
  acceptReport: move('accept', '受理', {}),
}
