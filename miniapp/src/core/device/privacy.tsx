import { View, Button as WeChatButton } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { Button } from '../components/button.tsx'
import { Sheet } from '../components/sheet.tsx'
import { createListeners } from '../follow.ts'
import { coreWords } from '../words.ts'

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void

const buttonId = 'agree-privacy'
const words = coreWords.privacy
let waiting: Resolve[] = []
const { subscribe, tellAll } = createListeners()

const put = (resolves: Resolve[]) => {
  waiting = resolves
  tellAll()
}

/** Once at launch: WeChat asks here before the first photo or place. */
export const watchPrivacy = () => {
  // Taro types `resolve` as taking nothing; WeChat wants to be told what happened (and what the person chose).
  Taro.onNeedPrivacyAuthorization?.((resolve => {
    put([...waiting, resolve as unknown as Resolve])
    ;(resolve as unknown as Resolve)({ event: 'exposureAuthorization' })
  }) as Parameters<typeof Taro.onNeedPrivacyAuthorization>[0])
}

const answer = (event: 'agree' | 'disagree') => {
  const resolves = waiting
  put([])
  for (const resolve of resolves) resolve(event === 'agree' ? { event, buttonId } : { event })
}

/** Shown when somebody waits for her consent; refusing only stops what she was about to do. */
export const PrivacySheet = () => {
  const asked = useSyncExternalStore(
    subscribe,
    () => waiting.length > 0,
    () => false,
  )
  if (!asked) return null
  return (
    <Sheet
      title={words.title}
      onClose={() => answer('disagree')}
      foot={
        <>
          <WeChatButton
            id={buttonId}
            className="button main native"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answer('agree')}
          >
            {words.agree}
          </WeChatButton>
          <Button words={words.refuse} onTap={() => answer('disagree')} />
        </>
      }
    >
      <View>{words.text}</View>
      <Button words={words.read} kind="quiet" onTap={() => Taro.openPrivacyContract({})} />
    </Sheet>
  )
}
