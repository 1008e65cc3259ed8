import { Input, View } from '@tarojs/components'
import { spoken } from '@/core/device/spoken.ts'

type Props = { label: string; value: string; placeholder: string; bad?: boolean; onChange: (text: string) => void }

/** One line to type. */
export const LineBox = ({ label, value, placeholder, bad, onChange }: Props) => (
  <View className={bad ? 'box bad' : 'box'}>
    <Input
      className="line-input"
      value={value}
      maxlength={40}
      placeholder={placeholder}
      placeholderClass="placeholder"
      onInput={event => onChange(event.detail.value)}
      {...spoken({ label })}
    />
  </View>
)
