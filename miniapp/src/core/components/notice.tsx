import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { spoken } from '../device/spoken.ts'
import { Icon, type IconName } from './icon.tsx'

type Props = PropsWithChildren<{ icon?: IconName | undefined; tone?: 'going' | 'wait' | 'late' | undefined }>

/** Something she should know before going on. */
export const Notice = ({ icon = 'alert', tone = 'going', children }: Props) => (
  <View className={`notice ${tone}`} {...spoken({ role: 'status' })}>
    <Icon name={icon} />
    <View className="grow">{children}</View>
  </View>
)
