import type { Policy } from '../core/policy.ts'

/** The township whose calls and figures are asked for. */
export type TownshipSubject = { townshipId: string }
export type TownshipRelation = 'officer' | 'admin'

/** Who sees how alerts arrive in a township, and who makes the calls by hand. */
export const alertPolicy: Policy<TownshipSubject, TownshipRelation, 'seeHealth' | 'seeCalls' | 'call'> = {
  relationsOf: (me, { townshipId }) =>
    me.posts.flatMap(({ role, areaId }) =>
      areaId === townshipId && (role === 'officer' || role === 'admin') ? [role] : [],
    ),
  may: { seeHealth: ['officer', 'admin'], seeCalls: ['officer'], call: ['officer'] },
}
