import { Text, View } from '@tarojs/components'
import { Icon } from '../components/icon.tsx'
import { Tap } from '../components/tap.tsx'
import './choices.css'

/** One thing that may be ticked, off until somebody does. */
export const Tick = ({ words, on, onChange }: { words: string; on: boolean; onChange: (on: boolean) => void }) => (
  <Tap className={on ? 'choice on' : 'choice'} role="checkbox" checked={on} label={words} onTap={() => onChange(!on)}>
    <View className="tick">{on && <Icon name="check" />}</View>
    <Text className="grow">{words}</Text>
  </Tap>
)
