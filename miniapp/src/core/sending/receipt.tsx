import { View } from '@tarojs/components'
import { spoken } from '../device/spoken.ts'
import { outgoingWords as words } from './outgoing-words.ts'
import './receipt.css'

type Props = {
  /** The one character in its stamp. */
  seal: string
  number: string
  /** Names and what is said of each. */
  facts: [name: string, said: string][]
  hint?: string | undefined
}

/** 收到了: the number first, then who, by when and where. */
export const Receipt = ({ seal, number, facts, hint }: Props) => (
  <View className="card receipt" {...spoken({ role: 'status', live: 'polite' })}>
    <View className="stamp big" {...spoken({ hidden: true })}>
      {seal}
    </View>
    <View className="heading">{words.got}</View>
    <View className="soft small">{words.number}</View>
    <View className="number">{number}</View>
    <View className="facts">
      {facts.map(([name, said]) => (
        <View key={name} className="fact">
          <View className="soft fact-name">{name}</View>
          <View className="grow">{said}</View>
        </View>
      ))}
    </View>
    {hint && <View className="small soft">{hint}</View>}
  </View>
)
