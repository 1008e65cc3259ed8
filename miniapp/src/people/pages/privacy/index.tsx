import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Page } from '@/core/components/page.tsx'
import { platform } from '@/core/device/platform.ts'
import { peopleWords } from '@/people/words.ts'

const words = peopleWords.privacy

export default asPage(function PrivacyPage() {
  return (
    <Page>
      <View className="card stack">
        {words.sections.map(([title, text]) => (
          <View key={title}>
            <View className="strong">{title}</View>
            <View className="soft">{text}</View>
          </View>
        ))}
      </View>
      {platform.name === 'weapp' && (
        <Button words={words.wechat} icon="shield" kind="quiet" onTap={() => Taro.openPrivacyContract({})} />
      )}
    </Page>
  )
})
