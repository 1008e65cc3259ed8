import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { room } from '../core/handler.ts'
import { limiter } from '../core/limits.ts'
import { allowPublication, revokePublication } from './allow-publication.ts'
import { complainPublished } from './complain-published.ts'
import { getPublication } from './get-publication.ts'
import { listPublished, readPublished } from './list-published.ts'
import { publishReport } from './publish-report.ts'
import { restorePublication, unpublishReport } from './unpublish-report.ts'

const complaintsPerDay = 5

/** The part of the reports' room that faces the public. */
export const publicationRoom = () => {
  const oneMore = limiter(complaintsPerDay, 86_400)
  return room(publicationRoutes, {
    getPublication,
    allowPublication,
    revokePublication,
    publishReport,
    unpublishReport,
    restorePublication,
    listPublished,
    complainPublished: async (ctx, input) => {
      await oneMore(ctx.me.id, input.eventId)
      return complainPublished(ctx, input)
    },
    readPublished,
  })
}
