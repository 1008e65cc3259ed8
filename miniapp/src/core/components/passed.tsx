import { View } from '@tarojs/components'
import { Notice } from './notice.tsx'
import { passedWords } from './passed-words.ts'

const words = passedWords

/** While a sheet lay open, the moment for it went by. `kept`: what she typed is still there. */
export const Passed = ({ kept = false }: { kept?: boolean | undefined }) => (
  <Notice icon="clock" tone="late">
    <View className="strong">{words.title}</View>
    <View>{kept ? words.kept : words.hint}</View>
  </Notice>
)
