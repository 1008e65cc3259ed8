import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'going' | 'wait' | 'late' | 'still'

/** A state: always a sign and a word, colour is only the third. */
export const Tag = ({ icon, words, tone = 'going' }: { icon: IconName; words: string; tone?: Tone | undefined }) => (
  <View className={`tag ${tone}`}>
    <Icon name={icon} />
    <Text>{words}</Text>
  </View>
)
