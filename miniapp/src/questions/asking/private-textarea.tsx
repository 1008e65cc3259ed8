import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { abilities } from '@/core/device/abilities.ts'
import { VoiceTextarea } from '@/core/fields/voice-textarea.tsx'
import { queries } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { askWords } from './ask-words.ts'

const words = askWords.speech
const key = [questionRoutes.setSpeechConsent.path]

/** Her word about dictation: the last one given here, else what the server told; she is asked again rather than not. */
const useSpeech = (told: boolean | undefined) => {
  const [given, setGiven] = useState(() => queries.getQueryData<boolean>(key))
  const give = async (agreed: boolean) => {
    const { speech } = await call(questionRoutes.setSpeechConsent, { agreed })
    queries.setQueryData(key, speech)
    setGiven(speech)
  }
  return { agreed: given ?? told ?? false, give }
}

type Props = {
  label: string
  value: string
  placeholder?: string | undefined
  most: number
  bad?: boolean | undefined
  onChange: (text: string) => void
  /** Whether she has agreed to dictation, where the server said so. */
  speech?: boolean | undefined
}

/** Words for a lawyer. Dictation passes them through somebody else's hands, so it needs a consent of its own. */
export const PrivateTextarea = ({ speech, ...box }: Props) => {
  const { agreed, give } = useSpeech(speech)
  const [start, setStart] = useState<() => void>()
  const close = () => setStart(undefined)
  const agree = async () => {
    await give(true)
    close()
    start?.()
  }
  const withdraw = async () => {
    await give(false)
    say(words.withdrawn)
  }
  return (
    <>
      <VoiceTextarea {...box} gate={agreed ? undefined : begin => setStart(() => begin)} />
      {abilities.listen && agreed && <Button words={words.withdraw} kind="quiet" onTap={withdraw} />}
      {start && (
        <Sheet
          title={words.title}
          onClose={close}
          foot={
            <>
              <Button words={words.agree} kind="main" icon="mic" onTap={agree} />
              <Button words={words.refuse} onTap={close} />
            </>
          }
        >
          <View>{words.text}</View>
          <View className="hint">{words.optional}</View>
        </Sheet>
      )}
    </>
  )
}
