import { dangerPhones } from '@huiyin/shared/questions/danger.ts'
import { Text, View } from '@tarojs/components'
import { Button } from '../../core/components/button.tsx'
import { Icon } from '../../core/components/icon.tsx'
import { Tap } from '../../core/components/tap.tsx'
import { platform } from '../../core/platform.ts'
import { askWords } from '../ask-words.ts'
import '../questions.css'

const words = askWords.danger

/** 我现在不安全, at the top of every page on which she may need it. */
export const Unsafe = ({ onTap }: { onTap: () => unknown }) => (
  <Tap className="chip unsafe" label={words.open} onTap={onTap}>
    <Icon name="alert" />
    <Text>{words.open}</Text>
  </Tap>
)

/** Whom to call, each one tap. */
export const DangerPhones = () => (
  <View className="stack">
    {dangerPhones.map(({ phone, name, when }) => (
      <Tap
        key={phone}
        className="rescue"
        label={`${words.call(phone, name)} ${when}`}
        onTap={() => platform.telephone(phone)}
      >
        <Icon name="phone" />
        <View className="grow">
          <View className="heading">{words.call(phone, name)}</View>
          <View className="small">{when}</View>
        </View>
      </Tap>
    ))}
  </View>
)

/** Gone at once. `before` must not wait for anything. */
export const QuickExit = ({ before }: { before?: (() => void) | undefined }) => {
  const leave = () => {
    platform.leave()
    before?.()
  }
  return <Button words={words.leave} icon="leave" kind="grave" onTap={leave} />
}
