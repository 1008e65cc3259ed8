import { can, holdsPost, type Me, type Policy, type Post } from '@huiyin/shared/core/policy.ts'
import { expect, test } from 'vitest'

const post = (role: Post['role'], areaId: string): Post => ({ role, areaId, areaPath: `/${areaId}/`, unitId: null })

test('a duty is held by its name in its very area: neither half is enough', () => {
  const me = { posts: [post('worker', 'g1'), post('lead', 'v1')] }
  expect(holdsPost(me, 'worker', 'g1')).toBe(true)
  expect(holdsPost(me, 'worker', 'v1')).toBe(false)
  expect(holdsPost(me, 'officer', 'g1')).toBe(false)
  expect(holdsPost({ posts: [] }, 'worker', 'g1')).toBe(false)
})

test('one relation that may is enough, and none is refused', () => {
  const policy: Policy<string[], 'owner' | 'guest', 'open' | 'look'> = {
    relationsOf: (_, them) => them as ('owner' | 'guest')[],
    may: { open: ['owner'], look: ['owner', 'guest'] },
  }
  const me: Me = { id: 'me', posts: [] }
  expect(can(policy, me, 'open', ['guest', 'owner'])).toBe(true)
  expect(can(policy, me, 'open', ['guest'])).toBe(false)
  expect(can(policy, me, 'look', ['guest'])).toBe(true)
  expect(can(policy, me, 'look', [])).toBe(false)
})
