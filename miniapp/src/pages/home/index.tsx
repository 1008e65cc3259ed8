import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { personPages } from '@huiyin/shared/people/person-pages.ts'
import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { useUnread } from '@/core/badge.ts'
import { Icon } from '@/core/components/icon.tsx'
import { Page } from '@/core/components/page.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { goTo } from '@/core/go-to.ts'
import { isStaff, useMe } from '@/core/me.ts'
import { readPermits } from '@/core/permits.ts'
import { useCall } from '@/core/query.tsx'
import { coreWords } from '@/core/words.ts'
import { rooms } from '@/rooms.ts'
import { Acts } from '../components/acts.tsx'
import { LeftOver } from '../components/left-over.tsx'
import { pageWords } from '../words.ts'
import '../pages.css'

const words = pageWords.home

const Echo = () => (
  <View className="echo">
    {['r1', 'r2', 'r3', 'r4'].map(ring => (
      <View key={ring} className={`ring ${ring}`} />
    ))}
  </View>
)

export default function Home() {
  const me = useMe()
  const { data: alerts } = useCall(alertRoutes.countUnread, {}, { every: 10_000 })
  const signedIn = me.data !== undefined
  useUnread(alerts?.unread ?? 0)
  useEffect(() => void (signedIn && readPermits()), [signedIn])
  return (
    <Page bare={isStaff(me.data)} lead={<View className="brand grow">{coreWords.brand}</View>}>
      <Echo />
      <View className="hello">
        <View className="promise">{coreWords.promise}</View>
        {me.data && (
          <Tap className="row touch" label={me.data.home?.label ?? words.noPlace} onTap={() => goTo(personPages.place)}>
            <Icon name="pin" />
            <Text>{me.data.home?.label ?? words.noPlace}</Text>
          </Tap>
        )}
      </View>
      <LeftOver />
      {rooms.map(({ rank, home }) => me.data && home?.duties && <home.duties key={rank} person={me.data} />)}
      {rooms.map(({ rank, home }) => home?.mine && <home.mine key={rank} />)}
      <Acts />
    </Page>
  )
}
