import { dangerPhones } from '@huiyin/shared/core/danger.ts'
import { View } from '@tarojs/components'
import { platform } from '../device/platform.ts'
import { Icon } from './icon.tsx'
import { Tap } from './tap.tsx'
import './danger.css'

const callWords = (phone: string, name: string) => `${phone} ${name}`

/** Whom to call, each one tap. */
export const DangerPhones = () => (
  <View className="stack">
    {dangerPhones.map(({ phone, name, when }) => (
      <Tap
        key={phone}
        className="rescue"
        label={`${callWords(phone, name)} ${when}`}
        onTap={() => platform.telephone(phone)}
      >
        <Icon name="phone" />
        <View className="grow">
          <View className="heading">{callWords(phone, name)}</View>
          <View className="small">{when}</View>
        </View>
      </Tap>
    ))}
  </View>
)
