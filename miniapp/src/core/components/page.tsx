import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { appearanceProps, setElder, useAppearance } from '../device/appearance.ts'
import { platform } from '../device/platform.ts'
import { PrivacySheet } from '../device/privacy.tsx'
import { spoken } from '../device/spoken.ts'
import { useOnScreen } from '../query.tsx'
import { useMayBeLost } from '../sending/use-draft.ts'
import { coreWords } from '../words.ts'
import { Boundary } from './boundary.tsx'
import { Hush } from './hush.tsx'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import { StaleNote } from './stale-note.tsx'
import { Tap } from './tap.tsx'
import { Toast } from './toast.tsx'

const { elder: words, help } = coreWords

const Helpers = () => {
  const { elder } = useAppearance()
  return (
    <View className="helpers">
      <Tap className="chip" label={elder ? words.turnOff : words.turnOn} onTap={() => setElder(!elder)}>
        <Icon name="letters" />
        <Text>{elder ? words.on : words.off}</Text>
      </Tap>
      <Tap className="chip" label={help.label} onTap={() => platform.telephone(help.number)}>
        <Icon name="phone" />
        <Text>{help.number}</Text>
      </Tap>
    </View>
  )
}

const LossNote = () => (useMayBeLost() ? <Notice tone="late">{coreWords.full.words}</Notice> : null)
type Props = PropsWithChildren<{
  lead?: ReactNode
  /** Without the helpers, where room is dear and they are a tab away. */
  bare?: boolean | undefined
}>

/** Ground, letters and colours of every page. */
export const Frame = ({ children }: PropsWithChildren) => {
  const { className, style } = appearanceProps(useAppearance())
  return (
    <View className={className} style={style} {...spoken({ role: 'main' })}>
      {children}
    </View>
  )
}

/** What stands on every page: help in the same place, privacy question, short messages. */
export const Page = ({ lead, bare = false, children }: Props) => {
  const onScreen = useOnScreen()
  return (
    <Frame>
      <View className="strip">
        {lead}
        {!bare && <Helpers />}
      </View>
      {onScreen && <StaleNote />}
      {onScreen && <LossNote />}
      <Boundary>{children}</Boundary>
      {onScreen && <Toast />}
      {onScreen && <PrivacySheet />}
      <Hush until={onScreen} />
    </Frame>
  )
}
