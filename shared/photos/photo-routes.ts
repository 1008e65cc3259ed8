import * as z from 'zod/mini'
import { Id } from '../core/fields.ts'
import { route } from '../core/route.ts'
import { uploadLimits } from '../core/upload-limits.ts'
import { Photo, partOfLink, signedLink, uploadProblems } from './photo.ts'

export const photoRoutes = {
  storePhoto: route({
    method: 'POST',
    path: '/api/photos/:id',
    summary: `上传一张照片（multipart，字段名 file，不超过 ${uploadLimits.megabytes}MB）`,
    access: 'person',
    status: 201,
    upload: true,
    input: z.object({ id: Id }),
    answer: Photo,
    problems: ['not-a-photo', ...uploadProblems],
  }),
  readPhoto: route({
    method: 'GET',
    path: '/api/photos/:id/:size',
    summary: '看一张照片（短时签名链接）',
    access: 'open',
    bytes: ['image/jpeg'],
    input: z.object({
      id: Id,
      /** `check`: as `full`, for the platform's picture check. */
      size: z.enum(['full', 'thumb', 'check']),
      ...signedLink,
      ...partOfLink,
    }),
    answer: z.unknown(),
    problems: ['not-found'],
  }),
}
