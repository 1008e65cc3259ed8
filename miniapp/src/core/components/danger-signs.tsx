import type { Judgement } from '@huiyin/shared/core/words/judge.ts'
import { View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { Button } from './button.tsx'
import { dangerWords as words } from './danger-words.ts'

type Props = { onUnsafe: () => void; onSafe: () => void }

/** The question alone, for where her answer leads on. */
export const AskSafe = ({ onUnsafe, onSafe }: Props) => (
  <View className="card stack">
    <View className="heading">{words.title}</View>
    <View className="soft">{words.hint}</View>
    <Button words={words.unsafe} kind="grave" onTap={onUnsafe} />
    <Button words={words.safe} onTap={onSafe} />
  </View>
)

/** What stands in for danger (`children`) when her words are clear about it, or she says so; in doubt she is asked. */
export const DangerSigns = ({ sign, children }: PropsWithChildren<{ sign: Judgement['person'] }>) => {
  const [said, setSaid] = useState<'unsafe' | 'safe'>()
  if (!sign || (said === 'safe' && !sign.sure)) return null
  if (sign.sure || said === 'unsafe') return <>{children}</>
  return <AskSafe onUnsafe={() => setSaid('unsafe')} onSafe={() => setSaid('safe')} />
}
