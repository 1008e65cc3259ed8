import { View, Button as WeChatButton } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { Button } from '../components/button.tsx'
import { Sheet } from '../components/sheet.tsx'
import { createListeners } from '../follow.ts'
import { coreWords } from '../words.ts'
import { purposes } from './purposes.ts'

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void

const buttonId = 'agree-privacy'
const words = coreWords.privacy
/** Who waits for her answer, and what for. */
type Waiting = { resolve: Resolve; asks: string }
let waiting: Waiting[] = []
const asksFor = (api: string) => purposes[api] ?? words.other
const { subscribe, tellAll } = createListeners()

const put = (next: Waiting[]) => {
  waiting = next
  tellAll()
}

/** Once at launch: WeChat asks here before the first photo or place. */
export const watchPrivacy = () => {
  // Taro types `resolve` as taking nothing; WeChat wants to be told what happened (and what the person chose).
  // Nor does it know of the second: which ability it is about.
  Taro.onNeedPrivacyAuthorization?.(((resolve: Resolve, about?: { referrer?: string }) => {
    put([...waiting, { resolve, asks: asksFor(about?.referrer ?? '') }])
    resolve({ event: 'exposureAuthorization' })
  }) as unknown as Parameters<typeof Taro.onNeedPrivacyAuthorization>[0])
}

const answer = (event: 'agree' | 'disagree') => {
  const all = waiting
  put([])
  for (const { resolve } of all) resolve(event === 'agree' ? { event, buttonId } : { event })
}

/** Shown when somebody waits for her consent; refusing only stops what she was about to do. */
export const PrivacySheet = () => {
  const asked = useSyncExternalStore(
    subscribe,
    () => waiting[0]?.asks,
    () => undefined,
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
      <View>{asked}</View>
      <Button words={words.read} kind="quiet" onTap={() => Taro.openPrivacyContract({})} />
    </Sheet>
  )
}
