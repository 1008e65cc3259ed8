// Made by `npm run rooms:lists` from the rooms that are there.

import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { rescueRoutes } from '@huiyin/shared/alerts/rescue-routes.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { recordRoutes } from '@huiyin/shared/consultations/record-routes.ts'
import { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import { waitlistRoutes } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { crashRoutes } from '@huiyin/shared/crashes/crash-routes.ts'
import { gridRoutes } from '@huiyin/shared/grids/grid-routes.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { photoRoutes } from '@huiyin/shared/photos/photo-routes.ts'
import { sealedFileRoutes } from '@huiyin/shared/photos/sealed-file-routes.ts'
import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { legalAnswerRoutes } from '@huiyin/shared/questions/legal-answer-routes.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'

/** Every contract of the service. */
export const routes = {
  ...alertRoutes,
  ...rescueRoutes,
  ...bookingRoutes,
  ...officeRoutes,
  ...recordRoutes,
  ...townshipRoutes,
  ...waitlistRoutes,
  ...crashRoutes,
  ...gridRoutes,
  ...personRoutes,
  ...photoRoutes,
  ...sealedFileRoutes,
  ...adviserRoutes,
  ...legalAnswerRoutes,
  ...questionRoutes,
  ...publicationRoutes,
  ...reportRoutes,
}
export type Routes = typeof routes
