import { Text } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { platform } from '@/core/device/platform.ts'
import { askWords } from './ask-words.ts'
import '../questions.css'

const words = askWords.danger

/** 我现在不安全, at the top of every page on which she may need it. */
export const Unsafe = ({ onTap }: { onTap: () => unknown }) => (
  <Tap className="chip unsafe" label={words.open} onTap={onTap}>
    <Icon name="alert" />
    <Text>{words.open}</Text>
  </Tap>
)

/** Gone at once. `before` must not wait for anything. */
export const QuickExit = ({ before }: { before?: (() => void) | undefined }) => {
  const leave = () => {
    platform.leave()
    before?.()
  }
  return <Button words={words.leave} icon="leave" kind="grave" onTap={leave} />
}
