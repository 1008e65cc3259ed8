import type { Db } from '@huiyin/db/core/client.ts'
import { listAreasById } from '@huiyin/db/grids/queries.ts'
import { findPersonByOpenid, insertPosting } from '@huiyin/db/people/queries.ts'
import { findUnit } from '@huiyin/db/people/unit-queries.ts'
import type { Role } from '@huiyin/shared/core/policy.ts'
import type { AreaLevel } from '@huiyin/shared/grids/area.ts'

/** A duty counts only in an area of its own level: nobody answers for a grid who is posted to its village. */
const levelOf: Record<Role, AreaLevel> = {
  chief: 'building',
  worker: 'grid',
  lead: 'community',
  officer: 'township',
  supervisor: 'district',
  partner: 'township',
  adviser: 'community',
  justice: 'township',
  admin: 'township',
}

type Posted = 'done' | 'no-person' | 'no-area' | 'wrong-level' | 'no-unit'
type Post = { openid: string; role: Role; areaId: string; title: string; name: string; unitId: string | null }

/** Gives a duty to somebody who has opened the mini-program before; whoever gets one later ranks behind in that area. */
export const postPerson = async ({ db, now }: { db: Db; now: Date }, post: Post): Promise<Posted> => {
  const person = await findPersonByOpenid(db, post.openid)
  if (!person) return 'no-person'
  const [area] = await listAreasById(db, [post.areaId])
  if (!area) return 'no-area'
  if (area.level !== levelOf[post.role]) return 'wrong-level'
  if (post.role === 'partner' && !(post.unitId && (await findUnit(db, post.unitId, post.areaId)))) return 'no-unit'
  if (
    post.role === 'adviser' &&
    post.unitId &&
    !(await findUnit(db, post.unitId, area.path.split('/')[2] ?? '', 'firm'))
  )
    return 'no-unit'
  const { role, title, areaId, name } = post
  const unitId = role === 'partner' || role === 'adviser' ? post.unitId : null
  await insertPosting(db, name, { personId: person.id, role, title, areaId, unitId, fromAt: now })
  return 'done'
}
