import { channelNames, type Told } from '@huiyin/shared/alerts/told.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { useCall } from '@/core/query.tsx'
import { dayAndTime } from '@/core/time.ts'
import { staffWords } from '../staff-words.ts'

const words = staffWords.handle

const outcome = ({ state, channel, readAt, why }: Told): string => {
  if (readAt) return words.read
  if (channel === 'phone') return state === 'sent' ? words.called : words.toCall
  if (state === 'sent') return words.sent
  if (state === 'dead') return words.dead
  return state === 'failed' ? `${words.failed}：${why}` : words.waiting
}

const Line = ({ told, first }: { told: Told; first: boolean }) => {
  const now = useNow()
  return (
    <View className={first ? 'entry first' : 'entry'}>
      <View>
        <Text className="strong">{told.to} </Text>
        <Text>{channelNames[told.channel]}</Text>
      </View>
      <View className="small">
        <Text className={told.state === 'failed' || told.state === 'dead' ? 'late-words' : ''}>{outcome(told)}</Text>
        <Text className="soft"> {dayAndTime(told.readAt ?? told.sentAt ?? told.at, now)}</Text>
      </View>
    </View>
  )
}

const Lines = ({ id }: { id: string }) => {
  const { data } = useCall(reportRoutes.listReportAlerts, { id }, { every: 8_000 })
  if (!data) return <Skeleton />
  return (
    <View className="card">
      <View className="heading">{words.told}</View>
      {data.items.length === 0 && <View className="soft">{words.toldEmpty}</View>}
      {data.items.map((told, index) => (
        <Line key={told.id} told={told} first={index === 0} />
      ))}
    </View>
  )
}

/** Whom this matter rang, by which way, and what came of it. */
export const ToldStaff = ({ id }: { id: string }) => {
  const [open, setOpen] = useState(false)
  return open ? (
    <Lines id={id} />
  ) : (
    <Button words={words.showTold} icon="bell" kind="quiet" onTap={() => setOpen(true)} />
  )
}
