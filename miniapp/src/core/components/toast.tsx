import { View } from '@tarojs/components'
import { useSyncExternalStore } from 'react'
import { spoken } from '../device/spoken.ts'
import { saying } from '../toast.ts'

/** Each page carries one; only the page on screen shows it. */
export const Toast = () => {
  const text = useSyncExternalStore(saying.subscribe, saying.now, saying.now)
  return text ? (
    <View className="toast" {...spoken({ role: 'alert', live: 'assertive' })}>
      {text}
    </View>
  ) : null
}
