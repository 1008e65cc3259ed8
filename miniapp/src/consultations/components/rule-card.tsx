import type { OfficeHours } from '@huiyin/shared/consultations/office-desk.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '../../core/components/button.tsx'
import { say } from '../../core/toast.ts'
import { call } from '../../core/wire.ts'
import { hoursWords, officeWords } from '../office-words.ts'
import { Sure } from './sure.tsx'

const words = officeWords.hours

type Props = { rule: OfficeHours; onChange: () => void; onChanged: () => unknown }

/** One sentence of his week. */
export const RuleCard = ({ rule, onChange, onChanged }: Props) => {
  const stop = async () => {
    await call(officeRoutes.endOfficeHours, { id: rule.id })
    await onChanged()
    say(words.stopped)
  }
  return (
    <View className="card stack">
      <View className="strong">{hoursWords(rule)}</View>
      <View className="acts">
        <Button words={words.change} icon="pencil" label={`${words.change}：${hoursWords(rule)}`} onTap={onChange} />
        <Sure
          words={words.stop}
          icon="stop"
          title={words.stopTitle}
          hint={`${hoursWords(rule)}。${words.stopHint}`}
          yes={words.stop}
          no={words.keep}
          onYes={stop}
        />
      </View>
    </View>
  )
}
