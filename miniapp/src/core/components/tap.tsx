import { type ITouchEvent, View } from '@tarojs/components'
import { type PropsWithChildren, useRef, useState } from 'react'
import { type Spoken, spoken } from '../device/spoken.ts'
import { problemOf } from '../sending/trouble.ts'
import { crashed } from '../sending/wire.ts'
import { tell } from '../toast.ts'

type Props = PropsWithChildren<{
  className?: string | undefined
  label?: string | undefined
  role?: Spoken['role']
  checked?: boolean | undefined
  disabled?: boolean | undefined
  /** Runs inside the tap itself, so WeChat's tap-only abilities may be its first statement. */
  onTap: () => unknown
}>

const trouble = (failed: unknown) => {
  crashed(failed)
  tell(problemOf(failed))
}

/** Whatever can be tapped. Locks at once until the work is done: a double tap is one tap. Trouble is told in words. */
export const Tap = ({ className = '', label, role = 'button', checked, disabled, onTap, children }: Props) => {
  const busy = useRef(false)
  const [working, setWorking] = useState(false)

  const release = () => {
    busy.current = false
    setWorking(false)
  }

  const tapped = (event: ITouchEvent) => {
    // In something larger that can be tapped too, only this was meant.
    event.stopPropagation()
    if (busy.current || disabled) return
    const work = onTap()
    if (!(work instanceof Promise)) return
    busy.current = true
    setWorking(true)
    work.catch(trouble).finally(release)
  }

  return (
    <View
      className={working ? `${className} pressed` : className}
      hoverClass="pressed"
      onClick={tapped}
      {...spoken({ role, label, checked, disabled: disabled || working })}
    >
      {children}
    </View>
  )
}
