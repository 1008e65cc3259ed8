import { Textarea, View } from '@tarojs/components'
import { spoken } from '../../core/spoken.ts'

type Props = {
  label: string
  value: string
  placeholder?: string | undefined
  most: number
  tall?: boolean | undefined
  bad?: boolean | undefined
  onChange: (text: string) => void
}

/**
 * Where an adviser types. Without a microphone: what a client told him is not for a third party's dictation. A browser takes the
 * field's name from its placeholder alone.
 */
export const Writing = ({ label, value, placeholder = label, most, tall, bad, onChange }: Props) => (
  <View className={bad ? 'box bad' : 'box'}>
    <Textarea
      className={tall ? 'area tall' : 'area'}
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
