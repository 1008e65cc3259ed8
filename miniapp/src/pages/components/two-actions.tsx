import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '../../core/components/button.tsx'
import { Icon } from '../../core/components/icon.tsx'
import { Sheet } from '../../core/components/sheet.tsx'
import { Tap } from '../../core/components/tap.tsx'
import { platform } from '../../core/platform.ts'
import { pageWords } from '../words.ts'

const words = pageWords.home

/** 报问题 and 问律师, always under the thumb. */
export const TwoActions = () => {
  const [asking, setAsking] = useState(false)
  const report = () => Taro.navigateTo({ url: '/reports/pages/new/index' })
  return (
    <>
      <View className="dock">
        <Tap className="act first" label={`${words.report} ${words.reportHint}`} onTap={report}>
          <Icon name="camera" />
          <View>
            <View className="act-name">{words.report}</View>
            <View className="act-hint">{words.reportHint}</View>
          </View>
        </Tap>
        <Tap className="act" label={`${words.lawyer} ${words.lawyerHint}`} onTap={() => setAsking(true)}>
          <Icon name="balance" />
          <View>
            <View className="act-name">{words.lawyer}</View>
            <View className="act-hint">{words.lawyerHint}</View>
          </View>
        </Tap>
      </View>
      {asking && (
        <Sheet title={words.lawyerTitle} onClose={() => setAsking(false)}>
          <View>{words.lawyerText}</View>
          <Button words={words.lawyerCall} kind="main" icon="phone" onTap={() => platform.telephone('12348')} />
        </Sheet>
      )}
    </>
  )
}
