import type { NearbyReport } from '@huiyin/shared/reports/report-card.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { Text, View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { platform } from '@/core/device/platform.ts'
import { useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { stateLabel } from '../labels.ts'
import { reportWords } from '../words.ts'
import type { ChosenPlace } from './new-report.ts'

const words = reportWords.nearby

const One = ({ near, onJoined }: { near: NearbyReport; onJoined: (id: string) => unknown }) => {
  const join = async () => {
    await call(reportRoutes.joinReport, { id: near.id, eventId: await platform.newId() })
    await onJoined(near.id)
  }
  return (
    <View className="near">
      <View className="row wrap apart">
        <Text className="strong">{reportKinds[near.kind].name}</Text>
        <Tag {...stateLabel(near.state)} />
      </View>
      <View className="small soft">
        {near.place}
        {near.meters !== null && ` · ${words.away(near.meters)}`}
      </View>
      {near.joined ? (
        <Tag icon="check" words={words.joined} />
      ) : (
        <Button words={words.join} icon="people" kind="quiet" onTap={join} />
      )}
    </View>
  )
}

/** Open matters close by, as kind, place and state: she may follow one instead of filing it again. */
export const Nearby = ({ place, onJoined }: { place: ChosenPlace; onJoined: (id: string) => unknown }) => {
  const input = place.buildingId ? { buildingId: place.buildingId } : (place.point ?? {})
  const { data } = useCall(reportRoutes.listNearby, input)
  if (!data?.items.length) return null
  return (
    <View className="card stack">
      <View>
        <View className="strong">{words.title}</View>
        <View className="hint">{words.hint}</View>
      </View>
      {data.items.slice(0, 3).map(near => (
        <One key={near.id} near={near} onJoined={onJoined} />
      ))}
    </View>
  )
}
