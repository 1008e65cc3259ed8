import type { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { modeNames } from '@huiyin/shared/consultations/modes.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { Text, View } from '@tarojs/components'
import { useNow } from '@/core/components/deadline.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { modeIcons } from '../labels.ts'
import { dayOf, dayWords, timesWords, whenWords } from '../when.ts'
import { nameOf, bookingWords as words } from '../words.ts'

type Props = {
  slot: FreeSlot
  /** Where the list is not of one day: says the day too. */
  withDay?: boolean | undefined
  /** Where the list is not of one lawyer: says whose time it is, and in which village. */
  withWho?: boolean | undefined
  onTap: () => unknown
}

const placeOf = ({ village, place, mode }: FreeSlot, withWho: boolean | undefined) => {
  if (mode !== 'onsite') return modeNames[mode]
  return `${modeNames[mode]} ${withWho ? words.place(village, place) : place}`
}

/** One time to book: when in large letters, where and how below. */
export const SlotButton = ({ slot, withDay, withWho, onTap }: Props) => {
  const now = useNow()
  const where = placeOf(slot, withWho)
  const who = withWho ? nameOf(slot.adviser) : ''
  const lecture = isLecture(slot) ? `${words.lecture}，${words.seats(slot.left)}` : ''
  const label = [whenWords(slot, now), where, who, lecture].filter(Boolean).join('，')
  return (
    <Tap className="slot" label={label} onTap={onTap}>
      <View className="grow">
        <View className="row wrap lines slot-when">
          {withDay && <Text className="whole">{dayWords(dayOf(slot.startsAt), now)}</Text>}
          <Text className="whole">{timesWords(slot)}</Text>
        </View>
        <View className="row slot-where">
          <Icon name={modeIcons[slot.mode]} />
          <Text className="grow">{where}</Text>
        </View>
        {who && <View className="small">{who}</View>}
        {lecture && <View className="small strong">{lecture}</View>}
      </View>
    </Tap>
  )
}
