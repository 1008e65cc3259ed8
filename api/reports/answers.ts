import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { room } from '../core/handler.ts'
import { limiter } from '../core/limits.ts'
import type { Outside } from '../core/outside.ts'
import { acceptReport } from './accept-report.ts'
import { answerStill } from './answer-still.ts'
import { assignReport } from './assign-report.ts'
import { confirmReport } from './confirm-report.ts'
import { dispatchReport } from './dispatch-report.ts'
import { fileReport } from './file-report.ts'
import { finishReport } from './finish-report.ts'
import { getReport } from './get-report.ts'
import { joinReport } from './join-report.ts'
import { listReportAlerts } from './list-report-alerts.ts'
import { countDesk, listDesk, listMyReports, listNearby } from './list-reports.ts'
import { listVisits } from './list-visits.ts'
import { noteReport } from './note-report.ts'
import { recordVisit } from './record-visit.ts'
import { reopenReport } from './reopen-report.ts'
import { resolveReport } from './resolve-report.ts'
import { returnReport } from './return-report.ts'
import { revealReporter } from './reveal-reporter.ts'
import { startReport } from './start-report.ts'
import { superviseReport } from './supervise-report.ts'
import { withdrawReport } from './withdraw-report.ts'

export const reportRoom = ({ env }: Pick<Outside, 'env'>) => {
  const oneMore = limiter(env.REPORTS_PER_HOUR, 3600)
  return room(reportRoutes, {
    fileReport: async (ctx, input) => {
      await oneMore(ctx.me.id, input.id)
      return fileReport(ctx, input)
    },
    listNearby,
    listMyReports,
    listDesk,
    countDesk,
    getReport,
    listReportAlerts,
    joinReport,
    noteReport,
    acceptReport,
    startReport,
    returnReport,
    assignReport,
    superviseReport,
    dispatchReport,
    finishReport,
    resolveReport,
    confirmReport,
    reopenReport,
    listVisits,
    recordVisit,
    answerStill,
    withdrawReport,
    revealReporter,
  })
}
