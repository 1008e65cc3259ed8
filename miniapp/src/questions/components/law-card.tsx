import type { Posting } from '@huiyin/shared/people/person.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Cell } from '@/core/components/cell.tsx'
import { pageWords } from '../words.ts'

const words = pageWords.home
const go = (url: string) => () => Taro.navigateTo({ url })

/** The way of those who answer questions to what waits for them; of the township also to what nobody has answered. */
export const LawCard = ({ posts }: { posts: Posting[] }) => {
  const [first] = posts
  if (!first) return null
  const areas = [...new Set(posts.map(post => post.areaName))].join('、')
  return (
    <View className="card list">
      <Cell first icon="balance" title={words.questions} hint={areas} onTap={go('/questions/pages/queue/index')} />
      {posts.some(post => post.role === 'justice') && (
        <Cell icon="desk" title={words.lawDesk} onTap={go('/questions/pages/desk/index')} />
      )}
    </View>
  )
}
