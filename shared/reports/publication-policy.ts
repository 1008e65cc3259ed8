import type { Policy } from '../core/policy.ts'
import { type ReportRelation, type ReportSubject, reportPolicy } from './report-policy.ts'

export const publicationActions = ['see', 'look', 'allow', 'revoke', 'publish', 'unpublish', 'restore'] as const
export type PublicationAction = (typeof publicationActions)[number]

/**
 * Who may do what about publishing a matter. `look`: see how it stands with consent and publication. What is published is
 * open to everybody, and everybody who is signed in may complain of it.
 */
export const publicationPolicy: Policy<ReportSubject, ReportRelation, PublicationAction> = {
  relationsOf: reportPolicy.relationsOf,
  may: {
    see: reportPolicy.may.see,
    look: ['reporter', 'lead', 'officer'],
    allow: ['reporter'],
    revoke: ['reporter'],
    publish: ['lead', 'officer'],
    unpublish: ['lead', 'officer'],
    restore: ['officer'],
  },
}
