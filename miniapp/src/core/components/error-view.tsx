import { tabPages } from '@huiyin/shared/core/tab-pages.ts'
import { personPages } from '@huiyin/shared/people/person-pages.ts'
import { View } from '@tarojs/components'
import { platform } from '../device/platform.ts'
import { spoken } from '../device/spoken.ts'
import { goHome, goTo, pagePath } from '../go-to.ts'
import { queries } from '../query.tsx'
import { problemOf } from '../sending/trouble.ts'
import { useDrafts, useMayBeLost } from '../sending/use-draft.ts'
import { session } from '../sending/wire.ts'
import { coreWords } from '../words.ts'
import { Button } from './button.tsx'
import { Drawing } from './drawing.tsx'

const words = coreWords.error

/** Where a page fell with what she was writing on it: that her words are not lost. */
const Kept = () => {
  const isWriting = useDrafts().some(draft => draft.state === 'writing')
  return useMayBeLost() || !isWriting ? null : <View className="soft">{words.kept}</View>
}

/** What happened, what to do, one action. Somebody outside WeChat is shown the way in and the pages open to all. */
export const ErrorView = ({ failed, onAgain }: { failed: unknown; onAgain: () => unknown }) => {
  const problem = problemOf(failed)
  const outside = problem.code === 'not-in-wechat'
  const nowhere = problem.code === 'no-id'
  const broken = problem.code === 'broken'
  const enter = async () => {
    await session.comeBack()
    await queries.invalidateQueries()
  }
  return (
    <View className="empty" {...spoken({ role: 'alert' })}>
      <Drawing name={outside || problem.code === 'signed-out' ? 'door' : 'cut'} />
      <View className="heading">{problem.title}</View>
      <View className="soft">{problem.detail}</View>
      {problem.code === 'signed-out' && <Button words={words.enter} kind="main" onTap={enter} />}
      {broken && <Kept />}
      {!outside && !nowhere && problem.code !== 'signed-out' && (
        <Button words={words.again} kind={broken ? 'main' : 'quiet'} icon="refresh" onTap={onAgain} />
      )}
      {(nowhere || (broken && pagePath() !== tabPages.home.path)) && (
        <Button words={words.home} kind={nowhere ? 'main' : 'quiet'} onTap={goHome} />
      )}
      {outside && <Button words={words.guide} kind="main" onTap={() => goTo(personPages.guide)} />}
      {outside && <Button words={words.privacy} onTap={() => goTo(personPages.privacy)} />}
      {(broken || problem.status >= 500) && (
        <Button words={words.call} icon="phone" onTap={() => platform.telephone(coreWords.help.number)} />
      )}
    </View>
  )
}
