import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Icon } from '../components/icon.tsx'
import { spoken } from '../device/spoken.ts'

type FieldProps = PropsWithChildren<{ label: string; hint?: string | undefined; wrong?: string | undefined }>

/** A question with its answer below and, if need be, what is wrong with it. */
export const Field = ({ label, hint, wrong, children }: FieldProps) => (
  <View className={wrong ? 'stack lacking' : 'stack'}>
    <View>
      <View className="label">{label}</View>
      {hint && <View className="hint">{hint}</View>}
    </View>
    {children}
    {wrong && (
      <View className="wrong" {...spoken({ role: 'alert' })}>
        <Icon name="alert" />
        <Text>{wrong}</Text>
      </View>
    )}
  </View>
)
