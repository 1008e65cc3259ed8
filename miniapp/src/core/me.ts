import type { Person, Posting } from '@huiyin/shared/people/person.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { useCall } from './query.tsx'

export const useMe = () => useCall(personRoutes.getMe, {})

const deskRoles: readonly Posting['role'][] = ['chief', 'worker', 'lead', 'officer', 'supervisor', 'partner']

/** The name under which the server knows the list of a post: its area, or a partner's unit. */
export const deskOf = (post: Posting) => (post.role === 'partner' ? (post.unitId ?? post.areaId) : post.areaId)

const lawRoles: readonly Posting['role'][] = ['adviser', 'justice']

/** The posts that answer questions to the lawyer. */
export const lawPostsOf = (person: Person | undefined) =>
  (person?.posts ?? []).filter(post => lawRoles.includes(post.role))

/** The posts that have a list of matters. */
export const desksOf = (person: Person | undefined) =>
  (person?.posts ?? []).filter(post => deskRoles.includes(post.role))

export const isStaff = (person: Person | undefined) => (person?.posts.length ?? 0) > 0
