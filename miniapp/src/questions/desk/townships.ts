import type { Person } from '@huiyin/shared/people/person.ts'
import { lawPostsOf } from '@/core/me.ts'

/** The townships whose questions this person looks after: 司法所. */
export const townshipsOf = (person: Person) => lawPostsOf(person).filter(post => post.role === 'justice')
