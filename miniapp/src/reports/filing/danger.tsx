import { Text, View } from '@tarojs/components'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { platform } from '@/core/device/platform.ts'
import { reportWords } from '../words.ts'

const words = reportWords.make

type Props = { on: boolean; onChange: (on: boolean) => void }

/** Before anything else on the page: it cannot wait, and whom to call beside it. */
export const Danger = ({ on, onChange }: Props) => (
  <View className="stack danger-first">
    <View className="row wrap urgent">
      <Tap
        className={on ? 'choice danger grow on' : 'choice danger grow'}
        role="checkbox"
        checked={on}
        label={words.danger}
        onTap={() => onChange(!on)}
      >
        <View className="tick">{on && <Icon name="check" />}</View>
        <Text className="strong">{words.danger}</Text>
      </Tap>
      <View className="row rescuers">
        {words.rescue.map(({ phone, name }) => (
          <Tap
            key={phone}
            className="chip grave"
            label={words.call(phone, name)}
            onTap={() => platform.telephone(phone)}
          >
            <Text>{phone}</Text>
          </Tap>
        ))}
      </View>
    </View>
    {on && <View className="hint">{words.dangerHint}</View>}
  </View>
)
