import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import type { Person } from '@huiyin/shared/people/person.ts'
import { View } from '@tarojs/components'
import { Cell } from '@/core/components/cell.tsx'
import { goTo } from '@/core/go-to.ts'
import { lawPostsOf } from '@/core/me.ts'
import { entryWords as words } from '../entry-words.ts'

const pagesOfPost = { adviser: ['week', 'hours'], justice: ['coverage'] } as const

/** The pages of the law's two posts. */
export const OfficeCells = ({ person }: { person: Person }) => {
  const held = new Set(lawPostsOf(person).map(post => post.role))
  const names = (['adviser', 'justice'] as const).flatMap(role => (held.has(role) ? pagesOfPost[role] : []))
  if (names.length === 0) return null
  return (
    <View className="card list">
      {names.map((name, index) => (
        <Cell
          key={name}
          first={index === 0}
          icon="clock"
          title={words[name]}
          onTap={() => goTo<{ id?: string }>(bookingPages[name])}
        />
      ))}
    </View>
  )
}
