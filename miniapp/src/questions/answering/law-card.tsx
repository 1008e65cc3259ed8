import type { Person } from '@huiyin/shared/people/person.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { View } from '@tarojs/components'
import { Cell } from '@/core/components/cell.tsx'
import { goTo } from '@/core/go-to.ts'
import { lawPostsOf } from '@/core/me.ts'
import { entryWords as words } from '../entry-words.ts'

/** The way of those who answer questions to what waits for them; of the township also to what nobody has answered. */
export const LawCard = ({ person }: { person: Person }) => {
  const posts = lawPostsOf(person)
  if (posts.length === 0) return null
  const areas = [...new Set(posts.map(post => post.areaName))].join('、')
  return (
    <View className="card list">
      <Cell first icon="balance" title={words.waiting} hint={areas} onTap={() => goTo(questionPages.queue)} />
      {posts.some(post => post.role === 'justice') && (
        <Cell icon="desk" title={words.desk} onTap={() => goTo(questionPages.desk)} />
      )}
    </View>
  )
}
