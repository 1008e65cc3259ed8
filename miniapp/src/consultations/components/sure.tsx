import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import type { IconName } from '@/core/components/icon.tsx'
import { Sheet } from '@/core/components/sheet.tsx'

type Props = {
  /** The first tap. */
  words: string
  icon?: IconName | undefined
  title: string
  hint: string
  /** The second. */
  yes: string
  no: string
  onYes: () => Promise<unknown>
}

/** What cannot be taken back needs two taps. */
export const Sure = ({ words, icon, title, hint, yes, no, onYes }: Props) => {
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const done = async () => {
    await onYes()
    close()
  }
  return (
    <>
      <Button words={words} icon={icon} onTap={() => setAsking(true)} />
      {asking && (
        <Sheet
          title={title}
          onClose={close}
          foot={
            <>
              <Button words={yes} kind="grave" onTap={done} />
              <Button words={no} onTap={close} />
            </>
          }
        >
          <View>{hint}</View>
        </Sheet>
      )}
    </>
  )
}
