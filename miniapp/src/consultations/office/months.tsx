import type { TownshipMonth } from '@huiyin/shared/consultations/office-desk.ts'
import { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import { Text, View } from '@tarojs/components'
import { useNow } from '@/core/components/deadline.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { pictured } from '@/core/device/spoken.ts'
import { useCall } from '@/core/query.tsx'
import { townshipWords } from '../township-words.ts'
import { monthWords } from '../when.ts'

const words = townshipWords.months
const { hours } = townshipWords.coverage

const whole = ({ confirmed, unconfirmed }: TownshipMonth) => confirmed + unconfirmed

const One = ({ it, most }: { it: TownshipMonth; most: number }) => {
  const now = useNow()
  const part = (minutes: number) => ({ width: `${most > 0 ? (minutes * 100) / most : 0}%` })
  return (
    <View className="stack">
      <View className="row wrap apart lines">
        <Text className="strong">{monthWords(it.month, now)}</Text>
        <Text className="small">{words.served(it.served, it.villages)}</Text>
      </View>
      <View className="service" {...pictured('')}>
        <View className="service-part" style={part(it.confirmed)} />
        <View className="service-part unsure" style={part(it.unconfirmed)} />
      </View>
      <View className="small soft">{words.said(hours(it.confirmed), hours(it.unconfirmed), it.lectures)}</View>
      {it.ratings && <View className="small soft">{words.rated(it.ratings)}</View>}
    </View>
  )
}

/** The last half year of a township, month by month, against the fullest of them. */
export const Months = ({ township }: { township: string }) => {
  const { data, error, refetch } = useCall(townshipRoutes.listMonths, { township })
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={1} />
  const most = Math.max(...data.items.map(whole))
  return (
    <View className="card stack">
      <View className="heading">{words.title}</View>
      {[...data.items].reverse().map(it => (
        <One key={it.month} it={it} most={most} />
      ))}
    </View>
  )
}
