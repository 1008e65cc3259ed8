import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { spoken } from '../device/spoken.ts'
import { coreWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { Tap } from './tap.tsx'

type Props = PropsWithChildren<{ title: string; onClose: () => void }>

/** Comes up from below and can always be closed. */
export const Sheet = ({ title, onClose, children }: Props) => (
  <View className="veil" catchMove>
    <View className="sheet" {...spoken({ role: 'dialog', label: title })}>
      <View className="row apart">
        <View className="heading grow">{title}</View>
        <Tap className="round" label={coreWords.close} onTap={onClose}>
          <Icon name="close" />
        </Tap>
      </View>
      {children}
    </View>
  </View>
)
