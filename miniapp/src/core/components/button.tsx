import { Text } from '@tarojs/components'
import { Icon, type IconName } from './icon.tsx'
import { Tap } from './tap.tsx'

type Props = {
  /** The words on it. */
  words: string
  onTap: () => unknown
  icon?: IconName | undefined
  /** `main`: the one thing to do here; `quiet`: beside it; `grave`: says that something is wrong. */
  kind?: 'main' | 'plain' | 'quiet' | 'grave' | undefined
  disabled?: boolean | undefined
  label?: string | undefined
}

export const Button = ({ words, onTap, icon, kind = 'plain', disabled, label }: Props) => (
  <Tap className={`button ${kind} ${disabled ? 'off' : ''}`} label={label ?? words} disabled={disabled} onTap={onTap}>
    {icon && <Icon name={icon} />}
    <Text>{words}</Text>
  </Tap>
)
