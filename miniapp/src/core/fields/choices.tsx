import { Text, View } from '@tarojs/components'
import { Tap } from '../components/tap.tsx'
import './choices.css'

export type Choice = { key: string; words: string; on: boolean; onTap: () => void }

/** One of a few, side by side. */
export const Choices = ({ choices }: { choices: Choice[] }) => (
  <View className="filters">
    {choices.map(choice => (
      <Tap
        key={choice.key}
        className={choice.on ? 'filter on' : 'filter'}
        role="radio"
        checked={choice.on}
        label={choice.words}
        onTap={choice.onTap}
      >
        <Text>{choice.words}</Text>
      </Tap>
    ))}
  </View>
)
