import type { BookingCard } from '@huiyin/shared/consultations/booking.ts'
import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { modeNames } from '@huiyin/shared/consultations/modes.ts'
import { Text, View } from '@tarojs/components'
import { Waitlist } from '@/consultations/booking/waitlist.tsx'
import { modeIcons, stateLabel } from '@/consultations/labels.ts'
import { dayOf, dayWords, timesWords } from '@/consultations/when.ts'
import { bookingWords, nameOf } from '@/consultations/words.ts'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { goTo } from '@/core/go-to.ts'
import { useList } from '@/core/query.tsx'
import '@/consultations/consultations.css'

const words = bookingWords.mine
const book = { words: words.book, onTap: () => goTo(bookingPages.find) }

const One = ({ card }: { card: BookingCard }) => {
  const now = useNow()
  const { id, state, mode, adviser } = card
  const open = () => goTo(state === 'held' ? bookingPages.book : bookingPages.show, { id })
  return (
    <Tap className="card stack booking-card" onTap={open}>
      <View className="row wrap apart">
        <View className="row wrap lines strong">
          <Text className="whole">{dayWords(dayOf(card.startsAt), now)}</Text>
          <Text className="whole">{timesWords(card)}</Text>
        </View>
        <Tag {...stateLabel(card)} />
      </View>
      <View className="row">
        <Icon name={modeIcons[mode]} />
        <Text className="grow">
          {mode === 'onsite' ? bookingWords.place(card.village, card.place) : modeNames[mode]}
        </Text>
      </View>
      <View className="row wrap lines small soft">
        <Text className="whole">{nameOf(adviser)}</Text>
        <Text className="whole">{bookingWords.number(card.number)}</Text>
      </View>
    </Tap>
  )
}

export default asPage(function MyBookingsPage() {
  const { items, error, turn, refetch } = useList(bookingRoutes.listMyBookings, {}, { every: 15_000 })
  return (
    <Page>
      {!items && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />)}
      <Waitlist />
      {items?.length === 0 && <Empty drawing="quiet" title={words.empty} hint={words.emptyHint} action={book} />}
      {items?.map(card => (
        <One key={card.id} card={card} />
      ))}
      <TurnPage turn={turn} />
      {items && items.length > 0 && (
        <View className="dock">
          <Button {...book} icon="balance" kind="main" />
        </View>
      )}
    </Page>
  )
})
