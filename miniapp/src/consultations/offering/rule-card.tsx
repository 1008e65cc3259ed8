import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { Sure } from '../components/sure.tsx'
import { hoursWords, officeWords } from '../office-words.ts'
import type { RuleForm } from './rule-form.ts'

const words = officeWords.hours

type Props = { rule: RuleForm; onChange: () => void; onChanged: () => unknown }

/** One sentence of his week, or of one day. */
export const RuleCard = ({ rule, onChange, onChanged }: Props) => {
  const said = hoursWords(rule, useNow())
  const { id, day } = rule
  const stop = async () => {
    await call(day ? officeRoutes.endExtraHours : officeRoutes.endOfficeHours, { id })
    await onChanged()
    say(words.stopped)
  }
  return (
    <View className="card stack">
      <View className="strong">{said}</View>
      <View className="acts">
        <Button words={words.change} icon="pencil" label={`${words.change}：${said}`} onTap={onChange} />
        <Sure
          words={day ? words.stopDay : words.stop}
          icon="stop"
          title={day ? words.stopDayTitle : words.stopTitle}
          hint={`${said}。${words.stopHint}`}
          yes={day ? words.stopDay : words.stop}
          no={words.keep}
          onYes={stop}
        />
      </View>
    </View>
  )
}
