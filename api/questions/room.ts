import { listAnswersGiven } from '@huiyin/db/questions/door-queries.ts'
import { questionHistory } from '@huiyin/db/questions/write-queries.ts'
import { questionAlerts } from '@huiyin/shared/questions/question-alerts.ts'
import type { Manifest } from '../manifest.ts'
import { adviserRoom, questionRoom } from './answers.ts'
import { tellLostFiles } from './asking/tell-lost-files.ts'
import { legalAnswerRoom } from './publishing/legal-answers.ts'
import { clearOldDrafts, questionClocks } from './question-clock.ts'
import { sealedTexts } from './sealed-texts.ts'
import { termNames } from './words.ts'

export const questions: Manifest = {
  rank: 6,
  answers: () => [adviserRoom, questionRoom, legalAnswerRoom()],
  alerts: questionAlerts,
  clocks: () => questionClocks,
  chores: outside => ({
    drafts: () => clearOldDrafts(outside),
    'lost-question-files': () => tellLostFiles(outside),
  }),
  history: questionHistory,
  sealed: [sealedTexts],
  terms: termNames,
  doors: { servicesGiven: listAnswersGiven },
}
