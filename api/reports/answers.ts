import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { isStaffSource, sourceOf } from '@huiyin/shared/reports/two-keys.ts'
import { room } from '../core/handler.ts'
import { limiter } from '../core/limits.ts'
import type { Outside } from '../core/outside.ts'
import { confirmReport } from './closing/confirm-report.ts'
import { reopenReport } from './closing/reopen-report.ts'
import { fileReport } from './filing/file-report.ts'
import { joinReport } from './filing/join-report.ts'
import { listMyReports } from './filing/list-my-reports.ts'
import { listNearby } from './filing/list-nearby.ts'
import { withdrawReport } from './filing/withdraw-report.ts'
import { acceptReport } from './handling/accept-report.ts'
import { assignReport } from './handling/assign-report.ts'
import { countDesk } from './handling/count-desk.ts'
import { dispatchReport } from './handling/dispatch-report.ts'
import { finishReport } from './handling/finish-report.ts'
import { getNextTask } from './handling/get-next-task.ts'
import { getReport } from './handling/get-report.ts'
import { listDesk } from './handling/list-desk.ts'
import { listReportAlerts } from './handling/list-report-alerts.ts'
import { noteReport } from './handling/note-report.ts'
import { resolveReport } from './handling/resolve-report.ts'
import { returnReport } from './handling/return-report.ts'
import { revealReporter } from './handling/reveal-reporter.ts'
import { startReport } from './handling/start-report.ts'
import { superviseReport } from './handling/supervise-report.ts'
import { answerStill } from './visiting/answer-still.ts'
import { listVisits } from './visiting/list-visits.ts'
import { recordVisit } from './visiting/record-visit.ts'

export const reportRoom = ({ env }: Pick<Outside, 'env'>) => {
  const oneMore = limiter(env.REPORTS_PER_HOUR, 3600)
  const oneMoreForTheTown = limiter(reportLimits.staffFiledPerHour, 3600)
  return room(reportRoutes, {
    fileReport: async (ctx, input) => {
      await (isStaffSource(sourceOf(input)) ? oneMoreForTheTown : oneMore)(ctx.me.id, input.id)
      return fileReport(ctx, input)
    },
    listNearby,
    listMyReports,
    listDesk,
    countDesk,
    getNextTask,
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
