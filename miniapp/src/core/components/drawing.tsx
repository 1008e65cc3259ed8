import { View } from '@tarojs/components'
import { spoken } from '../device/spoken.ts'

export type DrawingName = 'quiet' | 'letter' | 'tidy' | 'cut' | 'door'

/** Our own drawings (drawings.css); decoration, so a screen reader passes over them. */
export const Drawing = ({ name }: { name: DrawingName }) => (
  <View className={`drawing d-${name}`} {...spoken({ hidden: true })} />
)
