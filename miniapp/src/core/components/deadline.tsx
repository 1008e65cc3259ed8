import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { platform } from '../device/platform.ts'
import { dayAndTime, span } from '../time.ts'
import { coreWords } from '../words.ts'
import { Icon } from './icon.tsx'

const words = coreWords.deadline

/** Epoch milliseconds, moving on every half minute; and at once when she comes back, for no timer runs while she is away. */
export const useNow = () => {
  const [now, setNow] = useState(platform.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(platform.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  useDidShow(() => setNow(platform.now()))
  return now
}

type Props = {
  /** What is due, e.g. 受理. */
  what: string
  /** The next deadline; of a late matter the moment at which it climbs again. */
  dueAt: string
  late: boolean
  /** The promise to the resident, where it is known. */
  promised?: string | undefined
  short?: boolean | undefined
}

/** The two lines: what is the matter, and by when. Overdue is counted from what was really missed. */
const told = ({ what, dueAt, late, promised }: Props, now: number): [string, string] => {
  const when = dayAndTime(dueAt, now)
  const left = Date.parse(dueAt) - now
  if (!late && left >= 0) return [words.left(what, span(left)), words.by(when)]
  if (left < 0) return [words.late(what, span(-left)), words.wasBy(when)]
  // Without the promise nobody knows which of the deadlines was missed.
  if (!promised) return [words.missed(''), words.climbs(when)]
  if (Date.parse(promised) > now) return [words.missed(what), words.climbs(when)]
  return [
    words.broken(span(now - Date.parse(promised))),
    `${words.promised(dayAndTime(promised, now))}，${words.climbs(when)}`,
  ]
}

/** How long is left, or, honestly, how long it is overdue. */
export const Deadline = (props: Props) => {
  const now = useNow()
  const [first, second] = told(props, now)
  const overdue = props.late || Date.parse(props.dueAt) < now
  return (
    <View className={overdue ? 'due late' : 'due'}>
      <Icon name={overdue ? 'alert' : 'clock'} />
      <View className="due-words">
        <Text className="strong">{first}</Text>
        {!props.short && <Text className="small soft">{second}</Text>}
      </View>
    </View>
  )
}
