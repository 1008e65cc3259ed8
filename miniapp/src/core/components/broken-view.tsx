import { tabPages } from '@huiyin/shared/core/tab-pages.ts'
import { View } from '@tarojs/components'
import { platform } from '../device/platform.ts'
import { spoken } from '../device/spoken.ts'
import { goHome, pagePath } from '../go-to.ts'
import { useDrafts, useMayBeLost } from '../sending/use-draft.ts'
import { coreWords } from '../words.ts'
import { Button } from './button.tsx'
import { Drawing } from './drawing.tsx'

const { broken: words, error, help } = coreWords

/** In place of what could not be drawn: what happened, that her words are not lost, and three ways on. */
export const BrokenView = ({ onAgain }: { onAgain: () => unknown }) => {
  const isWriting = useDrafts().some(draft => draft.state === 'writing')
  const mayBeLost = useMayBeLost()
  return (
    <View className="empty" {...spoken({ role: 'alert' })}>
      <Drawing name="cut" />
      <View className="heading">{words.title}</View>
      <View className="soft">{words.hint}</View>
      {isWriting && !mayBeLost && <View className="soft">{words.kept}</View>}
      <Button words={error.again} kind="main" icon="refresh" onTap={onAgain} />
      {pagePath() !== tabPages.home.path && <Button words={error.home} kind="quiet" onTap={goHome} />}
      <Button words={error.call} icon="phone" onTap={() => platform.telephone(help.number)} />
    </View>
  )
}
