import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import type { Room } from '@/core/manifest.ts'
import { MyDesks, TodoCards } from './components/desks.tsx'
import { MyReports } from './components/my-reports.tsx'
import { entryWords as words } from './entry-words.ts'
import { isBlank, type ReportForm } from './new-report.ts'
import { sendReport } from './send-report.ts'

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
    duties: TodoCards,
    mine: MyReports,
    acts: [{ icon: 'camera', name: words.act, hint: words.actHint, page: reportPages.new }],
  },
  mine: {
    posts: MyDesks,
    own: [{ icon: 'note', title: words.mine, page: reportPages.mine }],
  },
  seals: words.seals,
  opens: { newReport: reportPages.new, report: reportPages.show },
}
