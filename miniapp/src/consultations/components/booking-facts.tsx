import type { Booking, BookingCard } from '@huiyin/shared/consultations/booking.ts'
import { modeNames } from '@huiyin/shared/consultations/modes.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { ReadAloud } from '@/core/aloud/read-aloud.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Icon, type IconName } from '@/core/components/icon.tsx'
import { modeIcons } from '../labels.ts'
import { dayOf, dayWords, timesWords } from '../when.ts'
import { nameOf, bookingWords as words } from '../words.ts'

const Line = ({ icon, said }: { icon: IconName; said: string }) => (
  <View className="row">
    <Icon name={icon} />
    <Text className="grow">{said}</Text>
  </View>
)

const whereWords = ({ mode, village, place }: BookingCard) =>
  mode === 'onsite' ? words.place(village, place) : `${modeNames[mode]}，${words.show.hows[mode]}`

/** The time in large letters. */
export const When = ({ card }: { card: Pick<BookingCard, 'startsAt' | 'endsAt'> }) => (
  <View>
    <View className="strong">{dayWords(dayOf(card.startsAt), useNow())}</View>
    <View className="when">{timesWords(card)}</View>
  </View>
)

/** When, where and with whom; `forAdviser`: in front of that lawyer himself. */
export const BookingFacts = ({
  card,
  forAdviser,
  children,
}: PropsWithChildren<{ card: BookingCard; forAdviser?: boolean }>) => (
  <View className="card stack">
    {children}
    <When card={card} />
    <Line icon={modeIcons[card.mode]} said={whereWords(card)} />
    {!forAdviser && <Line icon="person" said={[nameOf(card.adviser), card.adviser.firm].filter(Boolean).join('，')} />}
    {isLecture(card) && <Line icon="people" said={words.lecture} />}
  </View>
)

/** The same as it is read aloud, only by what lives in this device. */
export const FactsAloud = ({ card, state }: { card: BookingCard; state: string }) => {
  const when = `${dayWords(dayOf(card.startsAt), useNow())} ${timesWords(card)}`
  const who = [nameOf(card.adviser), card.adviser.firm].filter(Boolean).join('，')
  return <ReadAloud sentences={[state, when, whereWords(card), who]} confidential />
}

/** What she wrote, for whoever may read it. */
export const Story = ({ booking }: { booking: Booking }) => {
  const { reason, otherSide, againstCommittee, forOther } = booking
  if (reason === null) return null
  const { show } = words
  return (
    <View className="card stack">
      <View className="heading">{booking.reader === 'asker' ? show.story : show.askersStory}</View>
      {forOther && <View>{show.forOther(forOther)}</View>}
      <View className="quote">{reason}</View>
      {otherSide && <View>{show.otherSide(otherSide)}</View>}
      {againstCommittee && <View>{show.committee}</View>}
      <View className="row small soft">
        <Icon name="shield" />
        <Text className="grow">{words.shield}</Text>
      </View>
    </View>
  )
}
