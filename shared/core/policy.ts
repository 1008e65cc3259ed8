/** A duty that somebody holds in an area (or for a partner unit). */
export type Post = {
  role: Role
  areaId: string
  areaPath: string
  unitId: string | null
}

export const roles = [
  'chief',
  'worker',
  'lead',
  'officer',
  'supervisor',
  'partner',
  'adviser',
  'justice',
  'admin',
] as const
export type Role = (typeof roles)[number]

/** Who is asking. A resident is a person without posts. */
export type Me = { id: string; posts: Post[] }

/** Whether somebody holds this duty in this very area. */
export const holdsPost = ({ posts }: Pick<Me, 'posts'>, role: Role, areaId: string): boolean =>
  posts.some(post => post.role === role && post.areaId === areaId)

/**
 * Permission as a table: an action is allowed to those who stand in one of the named relations to the subject.
 * What has no row is refused. The server demands it, the page shows or hides by it.
 */
export type Policy<Subject, Relation extends string, Action extends string> = {
  relationsOf: (me: Me, subject: Subject) => Relation[]
  may: Record<Action, readonly Relation[]>
}

export const can = <S, R extends string, A extends string>(policy: Policy<S, R, A>, me: Me, action: A, subject: S) => {
  const allowed = policy.may[action]
  return policy.relationsOf(me, subject).some(relation => allowed.includes(relation))
}
