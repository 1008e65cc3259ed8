import { Text, Textarea, View } from '@tarojs/components'
import { useDidHide, useUnload } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Icon } from '../components/icon.tsx'
import { useFixed } from '../components/sheet.tsx'
import { Tap } from '../components/tap.tsx'
import { abilities } from '../device/abilities.ts'
import type { Listening } from '../device/platform-shape.ts'
import { spoken } from '../device/spoken.ts'
import { voiceWords } from './voice-words.ts'

const words = voiceWords

/** Dictation: the button and what it heard, joined to what already stands there. */
const useVoice = (value: string, onChange: (text: string) => void) => {
  const [listening, setListening] = useState<Listening>()
  const before = useRef('')
  const stop = () => {
    listening?.stop()
    setListening(undefined)
  }
  useDidHide(stop)
  useUnload(stop)
  const start = () => {
    before.current = value
    setListening(
      abilities.listen?.(
        text => onChange(before.current + text),
        () => setListening(undefined),
      ),
    )
  }
  return { listening: listening !== undefined, start, stop }
}

type Props = {
  label: string
  value: string
  placeholder?: string | undefined
  most: number
  bad?: boolean | undefined
  /** Stands before dictation and lets it begin; without one it begins at once. */
  gate?: ((start: () => void) => void) | undefined
  onChange: (text: string) => void
}

/** A sentence or two, typed or spoken. The microphone is there only where dictation is. */
export const VoiceTextarea = ({ label, value, placeholder, most, bad, gate, onChange }: Props) => {
  const voice = useVoice(value, onChange)
  const fixed = useFixed()
  const start = () => (gate ? gate(voice.start) : voice.start())
  return (
    <View className={bad ? 'box bad' : 'box'}>
      <Textarea
        className="area"
        value={value}
        maxlength={most}
        autoHeight
        fixed={fixed}
        placeholder={placeholder ?? ''}
        placeholderClass="placeholder"
        onInput={event => onChange(event.detail.value)}
        {...spoken({ label })}
      />
      {abilities.listen && (
        <Tap
          className="chip"
          label={voice.listening ? words.stop : words.start}
          onTap={voice.listening ? voice.stop : start}
        >
          <Icon name={voice.listening ? 'stop' : 'mic'} />
          <Text>{voice.listening ? words.stop : words.start}</Text>
        </Tap>
      )}
      {voice.listening && <View className="hint">{words.listening}</View>}
    </View>
  )
}
