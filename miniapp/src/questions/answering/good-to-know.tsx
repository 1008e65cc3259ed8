import { aidHint, clocksOf } from '@huiyin/shared/questions/legal-hints.ts'
import type { Topic } from '@huiyin/shared/questions/topics.ts'
import { Text, View } from '@tarojs/components'
import { Icon } from '@/core/components/icon.tsx'
import { staffWords } from '../staff-words.ts'

const words = staffWords.work

/** Periods that run against her, and the reminder that goes out with the answer. */
export const GoodToKnow = ({ topic }: { topic: Topic | null }) => {
  const aid = aidHint(topic)
  return (
    <View className="card stack">
      <View className="heading">{words.clocks}</View>
      {clocksOf(topic).map(clock => (
        <View key={clock.name} className="row">
          <Icon name="clock" />
          <Text className="grow">{words.clock(clock)}</Text>
        </View>
      ))}
      {aid && (
        <View className="ruled">
          <View className="strong">{words.aid}</View>
          <View>{aid.words}</View>
          <View className="small soft">{aid.source}</View>
        </View>
      )}
    </View>
  )
}
