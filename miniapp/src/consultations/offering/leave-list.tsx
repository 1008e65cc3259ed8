import type { Leave } from '@huiyin/shared/consultations/office-desk.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { Text, View } from '@tarojs/components'
import { useNow } from '@/core/components/deadline.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { officeWords } from '../office-words.ts'
import { dayOf, dayWords, timesWords, wholeDay } from '../when.ts'

const words = officeWords.leave

const lastDay = (endsAt: string) => dayOf(new Date(Date.parse(endsAt) - 1).toISOString())

/** 周五 11月27日 0:00–24:00 → the day alone; several days → from and to. */
const leaveWords = ({ startsAt, endsAt }: Leave, now: number) => {
  const [first, last] = [dayOf(startsAt), lastDay(endsAt)]
  if (first !== last) return `${dayWords(first, now)} – ${dayWords(last, now)}`
  const times = timesWords({ startsAt, endsAt })
  return `${dayWords(first, now)} ${times === wholeDay ? words.parts.all : times}`
}

/** When he is away, each with the way back. */
export const LeaveList = ({ leaves, onChanged }: { leaves: Leave[]; onChanged: () => unknown }) => {
  const now = useNow()
  const end = async (id: string) => {
    await call(officeRoutes.endLeave, { id })
    await onChanged()
    say(words.ended)
  }
  if (leaves.length === 0) return <View className="soft">{words.none}</View>
  return (
    <View className="card list">
      {leaves.map((leave, n) => (
        <View key={leave.id} className={n === 0 ? 'cell first' : 'cell'}>
          <Text className="grow">{leaveWords(leave, now)}</Text>
          <Tap className="word" label={`${words.end}：${leaveWords(leave, now)}`} onTap={() => end(leave.id)}>
            <Text>{words.end}</Text>
          </Tap>
        </View>
      ))}
    </View>
  )
}
