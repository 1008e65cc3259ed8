import { useDidHide, useUnload } from '@tarojs/taro'
import { useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '../components/button.tsx'
import { followVoices, type Speaking, speakerFor } from '../device/speaking.ts'
import { say } from '../toast.ts'
import { aloudWords as words } from './aloud-words.ts'

type Props = {
  /** What stands on the page, from above. */
  sentences: readonly (string | null | undefined | false)[]
  /** Must not leave this device. */
  confidential?: boolean
}

/** 朗读: only where something can read; another tap, or leaving the page, ends it. */
export const ReadAloud = ({ sentences, confidential = false }: Props) => {
  const speak = useSyncExternalStore(followVoices, () => speakerFor(confidential))
  const [isOn, setOn] = useState(false)
  const speaking = useRef<Speaking>()
  const stop = () => {
    speaking.current?.stop()
    speaking.current = undefined
    setOn(false)
  }
  useDidHide(stop)
  useUnload(stop)
  if (!speak) return null
  const start = () => {
    setOn(true)
    const said = sentences.filter((it): it is string => Boolean(it))
    speaking.current = speak(said, read => {
      setOn(false)
      if (!read) say(words.failed)
    })
  }
  return isOn ? (
    <Button words={words.stop} icon="stop" onTap={stop} />
  ) : (
    <Button words={words.start} kind="quiet" onTap={start} />
  )
}
