import * as z from 'zod/mini'
import { Id } from '../core/fields.ts'
import { route } from '../core/route.ts'
import { uploadLimits } from '../core/upload-limits.ts'
import { partOfLink, signedLink, uploadProblems } from './photo.ts'
import { SealedFile } from './sealed-file.ts'

export const sealedFileRoutes = {
  storeFile: route({
    method: 'POST',
    path: '/api/files/:id',
    summary: `上传一张照片或一份 PDF（加密保存；multipart，字段名 file，不超过 ${uploadLimits.megabytes}MB）`,
    access: 'person',
    status: 201,
    upload: true,
    input: z.object({ id: Id }),
    answer: SealedFile,
    problems: ['not-a-file', ...uploadProblems],
  }),
  readFile: route({
    method: 'GET',
    path: '/api/files/:id/:size',
    summary: '看一个附件（短时签名链接）',
    access: 'open',
    bytes: ['image/jpeg', 'application/pdf'],
    input: z.object({
      id: Id,
      size: z.enum(['full', 'thumb']),
      ...signedLink,
      ...partOfLink,
    }),
    answer: z.unknown(),
    problems: ['not-found'],
  }),
}
