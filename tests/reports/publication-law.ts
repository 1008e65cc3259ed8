import type { Who } from '../support/cast.ts'

/** How a matter can stand with the public: at work, closed, shown, or hidden by a complaint. The place is grid t001v1g1. */
export const standings = ['at work', 'closed', 'shown', 'hidden'] as const
export type Standing = (typeof standings)[number]

/** Who may even know that there is such a matter; the water company has the job. */
const sees: Who[] = [
  ...(['reporter', 'joiner', 'worker', 'worker-mate', 'lead', 'officer', 'supervisor', 'partner'] as const),
]

/**
 * Who may do what about publishing, by hand, and what those meet who may: 409 in the wrong state, 422 without consent,
 * 404 for a consent that was never given or photos that are not of this matter.
 */
export const publicationLaw: Record<string, { may: Who[] } & Record<Standing, number>> = {
  getPublication: { may: ['reporter', 'lead', 'officer'], 'at work': 200, closed: 200, shown: 200, hidden: 200 },
  allowPublication: { may: ['reporter'], 'at work': 409, closed: 200, shown: 200, hidden: 200 },
  revokePublication: { may: ['reporter'], 'at work': 404, closed: 404, shown: 200, hidden: 200 },
  publishReport: { may: ['lead', 'officer'], 'at work': 409, closed: 422, shown: 409, hidden: 409 },
  unpublishReport: { may: ['lead', 'officer'], 'at work': 409, closed: 409, shown: 200, hidden: 200 },
  restorePublication: { may: ['officer'], 'at work': 409, closed: 409, shown: 409, hidden: 200 },
}

export const publicationVerdict = (route: string, who: Who, standing: Standing): number => {
  const row = publicationLaw[route]
  if (who === 'nobody') return 401
  if (row?.may.includes(who)) return row[standing]
  // The chief of its building sees what is open there.
  return sees.includes(who) || (who === 'chief' && standing === 'at work') ? 403 : 404
}
