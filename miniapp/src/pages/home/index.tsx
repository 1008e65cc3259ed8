import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { filingRoutes } from '@huiyin/shared/reports/filing-routes.ts'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { useUnread } from '@/core/badge.ts'
import { Empty } from '@/core/components/empty.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Page } from '@/core/components/page.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { desksOf, lawPostsOf, useMe } from '@/core/me.ts'
import { readPermits } from '@/core/permits.ts'
import { useCall } from '@/core/query.tsx'
import { coreWords } from '@/core/words.ts'
import { ReportList } from '@/reports/components/report-list.tsx'
import { LawCard } from '../components/law-card.tsx'
import { LeftOver } from '../components/left-over.tsx'
import { TodoCard } from '../components/todo-card.tsx'
import { TwoActions } from '../components/two-actions.tsx'
import { pageWords } from '../words.ts'
import '../pages.css'

const words = pageWords.home
const go = (url: string) => () => void Taro.navigateTo({ url })

const Echo = () => (
  <View className="echo">
    {['r1', 'r2', 'r3', 'r4'].map(ring => (
      <View key={ring} className={`ring ${ring}`} />
    ))}
  </View>
)

const MyReports = () => {
  const asked = useCall(filingRoutes.listMyReports, { limit: 3 }, { every: 10_000 })
  const list = { ...asked, items: asked.data?.items, hasNextPage: false, fetchNextPage: () => undefined }
  const empty = (
    <Empty
      drawing="quiet"
      title={words.empty}
      hint={words.emptyHint}
      action={{ words: words.guide, onTap: go('/people/pages/guide/index') }}
    />
  )
  return (
    <View className="stack">
      <View className="row apart">
        <Text className="heading">{words.mine}</Text>
        {asked.data?.next && (
          <Tap className="word" label={`${words.all}${words.mine}`} onTap={go('/reports/pages/mine/index')}>
            <Text>{words.all}</Text>
            <Icon name="next" />
          </Tap>
        )}
      </View>
      <ReportList asked={list} empty={empty} />
    </View>
  )
}

export default function Home() {
  const me = useMe()
  const { data: alerts } = useCall(alertRoutes.countUnread, {}, { every: 10_000 })
  const signedIn = me.data !== undefined
  useUnread(alerts?.unread ?? 0)
  useEffect(() => void (signedIn && readPermits()), [signedIn])
  return (
    <Page lead={<View className="brand grow">{coreWords.brand}</View>}>
      <Echo />
      <View className="hello">
        <View className="promise">{coreWords.promise}</View>
        {me.data && (
          <Tap className="row" label={me.data.home?.label ?? words.noPlace} onTap={go('/people/pages/place/index')}>
            <Icon name="pin" />
            <Text>{me.data.home?.label ?? words.noPlace}</Text>
          </Tap>
        )}
      </View>
      <LeftOver />
      {desksOf(me.data).map(post => (
        <TodoCard key={post.areaId + post.role} post={post} />
      ))}
      <LawCard posts={lawPostsOf(me.data)} />
      <MyReports />
      <TwoActions />
    </Page>
  )
}
