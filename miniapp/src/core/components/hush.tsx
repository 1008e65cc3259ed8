import { View } from '@tarojs/components'
import { spoken } from '../device/spoken.ts'

/**
 * Catches a finger that taps once more where another button has just come up: for half a second from `until` on nothing below it
 * can be tapped. It is drawn with the first picture of what it covers, so a slow phone does not cut it short.
 */
export const Hush = ({ until = true }: { until?: boolean }) => (
  <View className={until ? 'hush over' : 'hush'} {...spoken({ hidden: true })} />
)
