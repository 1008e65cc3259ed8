import { Textarea, View } from '@tarojs/components'
import { spoken } from '../../core/spoken.ts'

type Props = {
  label: string
  value: string
  placeholder: string
  most: number
  bad?: boolean
  onChange: (text: string) => void
}

/** A sentence or two, without a microphone: what is said to a lawyer is not for a third party's dictation. */
export const WordsBox = ({ label, value, placeholder, most, bad, onChange }: Props) => (
  <View className={bad ? 'box bad' : 'box'}>
    <Textarea
      className="area few"
      value={value}
      maxlength={most}
      autoHeight
      placeholder={placeholder}
      placeholderClass="placeholder"
      onInput={event => onChange(event.detail.value)}
      {...spoken({ label })}
    />
  </View>
)
