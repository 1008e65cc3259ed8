import { room } from '@huiyin/api/core/handler.ts'
import { limiter } from '@huiyin/api/core/limits.ts'
import { complaintLimits } from '@huiyin/shared/matters/complaint-limits.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { reportLimits } from '@huiyin/shared/reports/report-limits.ts'
import { allowPublication } from './allow-publication.ts'
import { complainPublished } from './complain-published.ts'
import { getPublication } from './get-publication.ts'
import { getPublished } from './get-published.ts'
import { listMyThanks } from './list-my-thanks.ts'
import { listPublished } from './list-published.ts'
import { publishReport } from './publish-report.ts'
import { readPublished } from './read-published.ts'
import { restorePublication } from './restore-publication.ts'
import { revokePublication } from './revoke-publication.ts'
import { thankPublished } from './thank-published.ts'
import { unpublishReport } from './unpublish-report.ts'
import { withdrawThanks } from './withdraw-thanks.ts'

/** The part of the reports' room that faces the public. */
export const publicationRoom = () => {
  const oneMore = limiter(complaintLimits.perDay, 86_400)
  const oneMoreThanks = limiter(reportLimits.thanksPerDay, 86_400)
  return room(publicationRoutes, {
    getPublication,
    allowPublication,
    revokePublication,
    publishReport,
    unpublishReport,
    restorePublication,
    listPublished,
    getPublished,
    thankPublished: async (ctx, input) => {
      await oneMoreThanks(ctx.me.id, input.thankId)
      return thankPublished(ctx, input)
    },
    listMyThanks,
    withdrawThanks,
    complainPublished: async (ctx, input) => {
      await oneMore(ctx.me.id, input.eventId)
      return complainPublished(ctx, input)
    },
    readPublished,
  })
}
