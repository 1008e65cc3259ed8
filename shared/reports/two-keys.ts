import type { Me } from '../core/policy.ts'

/**
 * Who files, and for whom. resident: for herself; proxy: for somebody else, who agreed to it; call: for whoever telephoned or came to
 * the window; patrol: found by the staff on a round.
 */
export const reportSources = ['resident', 'proxy', 'call', 'patrol'] as const
export type ReportSource = (typeof reportSources)[number]

/** Who says nothing of it files for herself. */
export const sourceOf = ({ source = 'resident' }: { source?: ReportSource | undefined }): ReportSource => source

/** Sources that are only for whoever holds a post at the place. */
export const staffSources = ['call', 'patrol'] as const satisfies readonly ReportSource[]
export const isStaffSource = (source: ReportSource) => (staffSources as readonly ReportSource[]).includes(source)

type Filed = { source: ReportSource; reporterId: string; forId: string | null }

/** Whose matter it is, so that the last word is hers; null: nobody's who could be reached. */
export const askerOf = ({ source, reporterId, forId }: Filed): string | null =>
  source === 'resident' ? reporterId : forId

type Keys = Filed & { joined: boolean; worked: boolean; askerWorked: boolean }

/**
 * Two keys are two people: who did the work confirms nothing. It is for whoever asked to say that it is solved; where nobody asked
 * who could say so (found on a round, filed for somebody without an account, or she mended it herself), for a neighbour who
 * joined or for somebody above (`isAbove`) who neither filed nor did it.
 */
export const mayConfirm = (me: Pick<Me, 'id'>, it: Keys, isAbove: boolean): boolean => {
  const asker = askerOf(it)
  if (it.worked) return false
  if (me.id === asker) return true
  if (me.id === it.reporterId || (asker !== null && !it.askerWorked)) return false
  return it.joined || isAbove
}
