import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import type { Room } from '../core/manifest.ts'
import { entryWords as words } from './entry-words.ts'
import { MyReports } from './filing/my-reports.tsx'
import { isBlank, type ReportForm } from './filing/new-report.ts'
import { sendReport } from './filing/send-report.ts'
import { MyDesks, TodoCards } from './handling/desks.tsx'
import { useNextTask } from './handling/next-task.tsx'

export const reports: Room = {
  rank: 1,
  writings: {
    report: {
      send: sendReport,
      isBlank: form => isBlank(form as ReportForm),
      compose: reportPages.new,
      receipt: reportPages.receipt,
    },
  },
  home: {
    useNext: useNextTask,
    duties: TodoCards,
    mine: MyReports,
    acts: [
      { icon: 'camera', name: words.act, hint: words.actHint, page: reportPages.new },
      { name: words.published, page: reportPages.published },
    ],
  },
  mine: {
    posts: MyDesks,
    own: [{ icon: 'note', title: words.mine, page: reportPages.mine }],
  },
  seals: words.seals,
  opens: { newReport: reportPages.new, report: reportPages.show },
}
