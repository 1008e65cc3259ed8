import { filingRoutes } from '@huiyin/shared/reports/filing-routes.ts'
import type { Draft } from '@/core/sending/drafts.ts'
import { call } from '@/core/sending/wire.ts'
import { toNewReport } from './new-report.ts'

/** A submitted draft becomes a report; its id is the draft's, so however often it is sent it is filed once. */
export const sendReport = (draft: Draft) => call(filingRoutes.fileReport, toNewReport(draft))
