import { Textarea, View } from '@tarojs/components'
import { useFixed } from '../components/sheet.tsx'
import { spoken } from '../device/spoken.ts'

type Props = {
  label: string
  value: string
  placeholder?: string | undefined
  most: number
  size?: 'few' | 'tall' | undefined
  bad?: boolean | undefined
  onChange: (text: string) => void
}

/**
 * Where words between a client and a lawyer are typed. Without a microphone: they are not for a third party's dictation. A browser
 * takes the field's name from its placeholder alone.
 */
export const Writing = ({ label, value, placeholder = label, most, size, bad, onChange }: Props) => {
  const fixed = useFixed()
  return (
    <View className={bad ? 'box bad' : 'box'}>
      <Textarea
        className={size ? `area ${size}` : 'area'}
        value={value}
        maxlength={most}
        autoHeight
        fixed={fixed}
        placeholder={placeholder}
        placeholderClass="placeholder"
        onInput={event => onChange(event.detail.value)}
        {...spoken({ label })}
      />
    </View>
  )
}
