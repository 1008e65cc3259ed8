import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { modeNames } from '@huiyin/shared/consultations/modes.ts'
import type { WeekItem as Item, WeekBooking } from '@huiyin/shared/consultations/office-desk.ts'
import { Text, View } from '@tarojs/components'
import type * as z from 'zod/mini'
import { Icon, type IconName } from '@/core/components/icon.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { goTo } from '@/core/go-to.ts'
import { modeIcons, stateLabel } from '../labels.ts'
import { officeWords } from '../office-words.ts'
import { timesWords, wholeDay } from '../when.ts'
import { bookingWords } from '../words.ts'

const words = officeWords.week

const kindIcons: Record<Item['kind'], IconName> = {
  meeting: 'person',
  lecture: 'people',
  'walk-in': 'pin',
  leave: 'leave',
}

const Booked = ({ booking }: { booking: z.infer<typeof WeekBooking> }) => {
  const { id, who, state, declared } = booking
  const label = stateLabel({ state, reader: 'adviser' })
  const toDeclare = !declared && (state === 'booked' || state === 'here')
  return (
    <Tap className="cell" onTap={() => goTo(bookingPages.show, { id })}>
      <View className="row wrap apart grow booked">
        <Text className="whole">{who}</Text>
        <View className="row wrap booked">
          {toDeclare && <Tag icon="eye" words={words.undeclared} tone="wait" />}
          <Tag {...label} />
        </View>
      </View>
      <Icon name="next" />
    </Tap>
  )
}

const whereOf = ({ mode, village, place }: Item) =>
  mode && (mode === 'onsite' ? bookingWords.place(village ?? '', place ?? '') : modeNames[mode])

/** One thing of the day: when, where, and who comes. */
export const WeekItem = ({ item }: { item: Item }) => {
  const where = whereOf(item)
  const times = timesWords(item)
  return (
    <View className="card week-item">
      <View className="row wrap apart">
        <Text className="slot-when">{times === wholeDay ? words.allDay : times}</Text>
        <Tag icon={kindIcons[item.kind]} words={words.kinds[item.kind]} tone="still" />
      </View>
      {item.mode && where && (
        <View className="row small">
          <Icon name={modeIcons[item.mode]} />
          <Text className="grow">{where}</Text>
        </View>
      )}
      {item.bookings.map(booking => (
        <Booked key={booking.id} booking={booking} />
      ))}
      {item.kind === 'lecture' && item.bookings.length === 0 && <View className="hint">{words.noBooking}</View>}
    </View>
  )
}
