import { urlOf } from '@huiyin/shared/core/address.ts'
import { tabPages } from '@huiyin/shared/core/tab-pages.ts'
import { personPages } from '@huiyin/shared/people/person-pages.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { Text, View } from '@tarojs/components'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Page } from '@/core/components/page.tsx'
import { Timeline } from '@/core/components/timeline.tsx'
import { ShareButton, useSharing } from '@/core/device/share.tsx'
import { coverOf, type Shared } from '@/core/device/share-shape.ts'
import { door } from '@/core/doors.ts'
import { goTo } from '@/core/go-to.ts'
import { useCall } from '@/core/query.tsx'
import { session } from '@/core/sending/wire.ts'
import { peopleWords } from '@/people/words.ts'

const words = peopleWords.guide

/** The way in, for others of her village: of her it says no more than which village. */
const useEntry = (): Shared => {
  // Who only reads this is not signed in for it.
  const { data } = useCall(personRoutes.getMe, {}, { enabled: session.isOpen() })
  return {
    title: words.shared(data?.home?.communityName),
    url: urlOf(tabPages.home, { village: data?.home?.communityId }),
    picture: coverOf(personPages.guide),
  }
}

export default asPage(function GuidePage() {
  const report = door('newReport')
  const shared = useEntry()
  useSharing(shared)
  const steps = words.steps.map(([name, text], index) => ({
    name,
    seal: words.seals[index] ?? '',
    state: 'done' as const,
    stateWords: '',
    inside: <View className="soft">{text}</View>,
  }))
  return (
    <Page>
      <Text className="heading">{words.lead}</Text>
      <View className="card">
        <Timeline steps={steps} />
      </View>
      <Notice tone="late">{words.urgent}</Notice>
      <ShareButton words={words.share} shared={shared} />
      {report && (
        <View className="dock">
          <Button words={words.report} icon="camera" kind="main" onTap={() => goTo(report)} />
        </View>
      )}
    </Page>
  )
})
