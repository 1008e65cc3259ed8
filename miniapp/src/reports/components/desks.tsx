import type { Posting } from '@huiyin/shared/people/person.ts'
import { filingRoutes } from '@huiyin/shared/reports/filing-routes.ts'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { deskOf } from '@/core/me.ts'
import { useCall } from '@/core/query.tsx'
import { pageWords } from '../words.ts'

const words = pageWords.home

const Count = ({ count, name, late }: { count: number | undefined; name: string; late?: boolean }) => (
  <View className={late && count ? 'count late' : 'count'}>
    <Text className="count-number">{count ?? '–'}</Text>
    <Text className="small">{name}</Text>
  </View>
)

/** What waits on one of my posts, and the way to it. */
export const TodoCard = ({ post }: { post: Posting }) => {
  const desk = deskOf(post)
  const { data: counts } = useCall(filingRoutes.countDesk, { desk }, { every: 10_000 })
  const open = () => Taro.navigateTo({ url: `/reports/pages/desk/index?desk=${desk}` })
  return (
    <Tap className="card stack" onTap={open}>
      <View className="row">
        <Icon name="desk" />
        <View className="grow">
          <Text className="strong">{post.title}</Text> <Text className="small soft">{post.areaName}</Text>
        </View>
        <Icon name="next" />
      </View>
      <View className="counts">
        <Count count={counts?.waiting} name={words.waiting} />
        <Count count={counts?.working} name={words.working} />
        <Count count={counts?.late} name={words.late} late />
      </View>
    </Tap>
  )
}
