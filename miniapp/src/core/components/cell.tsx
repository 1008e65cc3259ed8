import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { Tap } from './tap.tsx'

type Props = {
  icon?: IconName | undefined
  title: string
  hint?: string | undefined
  /** What stands at the right end, e.g. a state. */
  end?: ReactNode
  first?: boolean | undefined
  onTap?: (() => unknown) | undefined
}

const Inside = ({ icon, title, hint, end, onTap }: Props) => (
  <>
    {icon && <Icon name={icon} />}
    <View className="grow">
      <View>{title}</View>
      {hint && <View className="hint">{hint}</View>}
    </View>
    {end && <Text className="soft small">{end}</Text>}
    {onTap && <Icon name="next" />}
  </>
)

export const Cell = (props: Props) => {
  const className = props.first ? 'cell first' : 'cell'
  if (!props.onTap) {
    return (
      <View className={className}>
        <Inside {...props} />
      </View>
    )
  }
  return (
    <Tap className={className} onTap={props.onTap}>
      <Inside {...props} />
    </Tap>
  )
}
