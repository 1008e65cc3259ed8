import { Text, View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Page } from '@/core/components/page.tsx'
import { Timeline } from '@/core/components/timeline.tsx'
import { door } from '@/core/doors.ts'
import { goTo } from '@/core/go-to.ts'
import { peopleWords } from '@/people/words.ts'

const words = peopleWords.guide

export default function GuidePage() {
  const report = door('newReport')
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
      {report && (
        <View className="dock">
          <Button words={words.report} icon="camera" kind="main" onTap={() => goTo(report)} />
        </View>
      )}
    </Page>
  )
}
