import type { VillageAdviser } from '@huiyin/shared/consultations/booking.ts'
import { modeNames } from '@huiyin/shared/consultations/modes.ts'
import { Text, View } from '@tarojs/components'
import { useNow } from '@/core/components/deadline.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { platform } from '@/core/device/platform.ts'
import { spoken } from '@/core/device/spoken.ts'
import { absolute } from '@/core/origin.ts'
import { SmallPicture } from '@/core/photos/live-picture.tsx'
import { everyWords, minuteWords, startWords } from '../when.ts'
import { bookingWords, nameOf } from '../words.ts'

const words = bookingWords.find

const hoursWords = ({ weekday, from, to, mode, place }: VillageAdviser['hours'][number]) =>
  `${everyWords(weekday)} ${minuteWords(from)}–${minuteWords(to)} ${mode === 'onsite' ? place : modeNames[mode]}`

const Portrait = ({ it: { photoUrl, adviser } }: { it: VillageAdviser }) => (
  <View className="portrait">
    {photoUrl ? (
      <SmallPicture src={absolute(photoUrl)} label={words.photo(nameOf(adviser))} />
    ) : (
      <Text {...spoken({ hidden: true })}>{words.seal}</Text>
    )}
  </View>
)

/** Who the village's lawyer is, when and where one finds him, and how to reach him. */
export const AdviserCard = ({ it }: { it: VillageAdviser }) => {
  const { adviser, phone, hours, nextOnsite } = it
  const now = useNow()
  return (
    <View className="card stack">
      <View className="row">
        <Portrait it={it} />
        <View className="grow">
          <View className="row wrap lines heading">
            <Text className="whole">{adviser.title}</Text>
            <Text className="whole">{adviser.name}</Text>
          </View>
          {adviser.firm && <View className="small soft">{adviser.firm}</View>}
        </View>
        {phone && (
          <Tap className="round" label={words.call(nameOf(adviser))} onTap={() => platform.telephone(phone)}>
            <Icon name="phone" />
          </Tap>
        )}
      </View>
      {hours.map(rule => (
        <View key={`${rule.weekday} ${rule.from} ${rule.mode}`} className="row">
          <Icon name="clock" />
          <Text className="grow">{hoursWords(rule)}</Text>
        </View>
      ))}
      {nextOnsite && (
        <View className="row">
          <Icon name="pin" />
          <View className="row wrap lines grow strong">
            <Text className="whole">{words.next}</Text>
            <Text className="whole">{startWords(nextOnsite, now)}</Text>
          </View>
        </View>
      )}
    </View>
  )
}
