import { ScrollView, View } from '@tarojs/components'
import { createContext, type PropsWithChildren, type ReactNode, useContext } from 'react'
import { spoken } from '../device/spoken.ts'
import { coreWords } from '../words.ts'
import { Hush } from './hush.tsx'
import { Icon } from './icon.tsx'
import { Tap } from './tap.tsx'

type Props = PropsWithChildren<{
  title: string
  onClose: () => void
  /** What is done here: always in sight, however long the rest is. */
  foot?: ReactNode
}>

const Inside = createContext(false)

/** WeChat wants to know of a text area that it stands on something fixed. */
export const useFixed = () => useContext(Inside)

/**
 * Comes up from below and can always be closed. Only WeChat's own scroll-view scrolls on every phone, and nothing around it may
 * catch the finger's moves.
 */
export const Sheet = ({ title, onClose, foot, children }: Props) => (
  <View className="veil">
    <View className="veil-back" catchMove />
    <View className="sheet" {...spoken({ role: 'dialog', label: title })}>
      <View className="row apart sheet-head" catchMove>
        <View className="heading grow">{title}</View>
        <Tap className="round" label={coreWords.close} onTap={onClose}>
          <Icon name="close" />
        </Tap>
      </View>
      <ScrollView className={foot ? 'sheet-body' : 'sheet-body alone'} scrollY>
        <View className="sheet-words">
          <Inside.Provider value={true}>{children}</Inside.Provider>
        </View>
      </ScrollView>
      {foot && (
        <View className="sheet-foot" catchMove>
          {foot}
        </View>
      )}
    </View>
    <Hush />
  </View>
)
