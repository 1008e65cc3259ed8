import { reportHistory } from '@huiyin/db/reports/write-queries.ts'
import { reportAlerts } from '@huiyin/shared/reports/report-alerts.ts'
import { urgencyNames } from '@huiyin/shared/reports/report-kinds.ts'
import type { Manifest } from '../manifest.ts'
import { reportRoom } from './answers.ts'
import { checkWords } from './filing/check-words.ts'
import { tellLostPhotos } from './filing/tell-lost-photos.ts'
import { escalateReports } from './handling/escalate-reports.ts'
import { followDays } from './handling/follow-days.ts'
import { clearCopies } from './publishing/clear-copies.ts'
import { publicationRoom } from './publishing/publication-answers.ts'
import { tellComplainers } from './publishing/tell-complainers.ts'
import { askStill } from './visiting/ask-still.ts'
import { remindVisits } from './visiting/remind-visits.ts'

export const reports: Manifest = {
  rank: 5,
  answers: outside => [reportRoom(outside), publicationRoom()],
  alerts: reportAlerts,
  clocks: () => [followDays, escalateReports, askStill, remindVisits],
  chores: outside => ({
    'public-copies': () => clearCopies(outside),
    'lost-photos': () => tellLostPhotos(outside),
    complaints: () => tellComplainers(outside),
  }),
  checks: checkWords,
  history: reportHistory,
  terms: urgencyNames,
}
