import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { asPage } from '@/core/components/as-page.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Page } from '@/core/components/page.tsx'
import { useMe } from '@/core/me.ts'
import { useRefresh } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { AreaPicker } from '@/grids/components/area-picker.tsx'
import { peopleWords } from '@/people/words.ts'

const words = peopleWords.place

export default asPage(function PlacePage() {
  const me = useMe()
  const refresh = useRefresh()
  const choose = async (buildingId: string) => {
    await call(personRoutes.setHome, { buildingId })
    refresh(personRoutes.getMe)
    say(words.saved)
    await Taro.navigateBack()
  }
  return (
    <Page>
      <View className="soft">{words.hint}</View>
      {me.data?.home && <Notice icon="pin">{words.now(me.data.home.label)}</Notice>}
      <AreaPicker level="building" onChoose={area => choose(area.id)} />
    </Page>
  )
})
