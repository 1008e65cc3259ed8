import * as z from 'zod/mini'
import { Id } from '../core/fields.ts'
import { PageQuery, pageOf } from '../core/page.ts'
import { route } from '../core/route.ts'
import { ComplaintReason } from '../matters/complaint.ts'
import { signedLink } from '../photos/photo.ts'
import {
  ChosenPhoto,
  Consent,
  consentVersions,
  PublicationDesk,
  PublicationMoved,
  PublishedItem,
  Thanks,
} from './publication.ts'
import { reportLimits } from './report-limits.ts'

/** One photo before and one after, `reportLimits.rects` parts in both together. */
const chosen = z.array(ChosenPhoto).check(
  z.length(2),
  z.refine(photos => new Set(photos.map(it => it.side)).size === photos.length),
  z.refine(photos => photos.reduce((sum, it) => sum + it.rects.length, 0) <= reportLimits.rects),
)

export const publicationRoutes = {
  getPublication: route({
    method: 'GET',
    path: '/api/reports/:id/publication',
    summary: '这件事能不能公示、公示到哪一步（上报人、网格长、镇街专员）',
    access: 'person',
    input: z.object({ id: Id }),
    answer: PublicationDesk,
    problems: ['not-found', 'not-allowed'],
  }),
  allowPublication: route({
    method: 'POST',
    path: '/api/reports/:id/consents',
    summary: '上报人同意公开处理前后的照片和处理结果（照片打码，不写姓名和门牌）',
    access: 'person',
    input: z.object({ id: Id, consentId: Id, version: z.enum(consentVersions) }),
    answer: Consent,
    problems: ['not-found', 'not-allowed', 'wrong-state'],
  }),
  revokePublication: route({
    method: 'DELETE',
    path: '/api/reports/:id/consents/:consentId',
    summary: '上报人撤回同意：马上不再公示',
    access: 'person',
    input: z.object({ id: Id, consentId: Id }),
    answer: Consent,
    problems: ['not-found', 'not-allowed'],
  }),
  publishReport: route({
    method: 'POST',
    path: '/api/reports/:id/publish',
    summary: '公示处理前后的照片和处理结果：照片各选一张，把人脸、车牌框起来打码',
    access: 'person',
    input: z.object({
      id: Id,
      eventId: Id,
      photos: chosen,
      /** What was done, as everybody may read it. */
      words: z.optional(z.string().check(z.maxLength(reportLimits.publicWords))),
      /** The publisher says that nobody can be made out any more. */
      looked: z.literal(true),
    }),
    answer: PublicationMoved,
    problems: [
      ...(['not-found', 'not-allowed', 'wrong-state', 'no-consent', 'photo-not-passed', 'id-reused'] as const),
      ...(['still-recognisable', 'words-not-passed', 'wechat-busy'] as const),
    ],
  }),
  unpublishReport: route({
    method: 'POST',
    path: '/api/reports/:id/unpublish',
    summary: '撤下公示',
    access: 'person',
    input: z.object({ id: Id, eventId: Id }),
    answer: PublicationMoved,
    problems: ['not-found', 'not-allowed', 'wrong-state', 'id-reused'],
  }),
  restorePublication: route({
    method: 'POST',
    path: '/api/reports/:id/restore',
    summary: '被举报的公示复核没有问题，恢复公示',
    access: 'person',
    input: z.object({ id: Id, eventId: Id }),
    answer: PublicationMoved,
    problems: ['not-found', 'not-allowed', 'wrong-state', 'id-reused'],
  }),
  listPublished: route({
    method: 'GET',
    path: '/api/publications',
    summary: '办结公示：处理前后的照片，新的在前',
    access: 'open',
    input: z.object({ ...PageQuery }),
    answer: pageOf(PublishedItem),
  }),
  getPublished: route({
    method: 'GET',
    path: '/api/publications/:id',
    summary: '办结公示里的一条',
    access: 'open',
    input: z.object({ id: Id }),
    answer: PublishedItem,
    problems: ['not-found'],
  }),
  thankPublished: route({
    method: 'POST',
    path: '/api/publications/:id/thanks',
    summary: '为办好的这件事道一声谢：只计人数，不显示是谁',
    access: 'person',
    input: z.object({ id: Id, thankId: Id }),
    answer: Thanks,
    problems: ['not-found', 'too-many'],
  }),
  listMyThanks: route({
    method: 'GET',
    path: '/api/thanks',
    summary: '我道过谢的：哪一条，和收回用的编号',
    access: 'person',
    input: z.object({}),
    answer: z.object({ items: z.array(z.object({ id: Id, thankId: Id })) }),
  }),
  withdrawThanks: route({
    method: 'DELETE',
    path: '/api/publications/:id/thanks/:thankId',
    summary: '收回道谢',
    access: 'person',
    input: z.object({ id: Id, thankId: Id }),
    answer: Thanks,
    problems: ['not-found'],
  }),
  complainPublished: route({
    method: 'POST',
    path: '/api/publications/:id/complain',
    summary: '举报一条公示：马上暂停，由镇街复核',
    access: 'person',
    input: z.object({ id: Id, eventId: Id, reason: ComplaintReason }),
    answer: PublicationMoved,
    problems: ['not-found', 'id-reused', 'too-many'],
  }),
  readPublished: route({
    method: 'GET',
    path: '/api/publications/photos/:id/:size',
    summary: '看一张公示的照片（短时签名链接，撤下就打不开）',
    access: 'open',
    bytes: ['image/jpeg'],
    input: z.object({
      id: Id,
      /** `review`: as `full`, for those who judge a publication that is hidden. */
      size: z.enum(['full', 'thumb', 'review']),
      ...signedLink,
    }),
    answer: z.unknown(),
    problems: ['not-found'],
  }),
}
