import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { type WaitingEntry, waitlistRoutes } from '@huiyin/shared/consultations/waitlist-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { goTo } from '@/core/go-to.ts'
import { useCall, useRefresh } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { dayWords } from '../when.ts'
import { bookingWords } from '../words.ts'
import '../consultations.css'

const words = bookingWords.waiting

const Entry = ({ it }: { it: WaitingEntry }) => {
  const now = useNow()
  const refresh = useRefresh()
  const { id, village, adviser, from, until, offeredId } = it
  const leave = async () => {
    await call(waitlistRoutes.leaveWaitlist, { id })
    refresh(waitlistRoutes.listWaitlist)
    say(words.left)
  }
  return (
    <View className="card stack">
      <View className="strong">{words.title}</View>
      <View>{adviser ? bookingWords.place(village, adviser) : village}</View>
      <View className="small soft">{words.days(dayWords(from, now), dayWords(until, now))}</View>
      {offeredId ? (
        <>
          <Notice icon="clock" tone="wait">
            {words.offeredHint}
          </Notice>
          <Button
            words={words.offered}
            icon="check"
            kind="main"
            onTap={() => goTo(bookingPages.book, { id: offeredId })}
          />
        </>
      ) : (
        <Button words={words.leave} kind="quiet" onTap={leave} />
      )}
    </View>
  )
}

/** What she waits for: in this village, or anywhere. A time that is kept for her leads on to its booking. */
export const Waitlist = ({ communityId }: { communityId?: string }) => {
  const { data } = useCall(waitlistRoutes.listWaitlist, {}, { every: 20_000 })
  const mine = data?.items.filter(it => communityId === undefined || it.communityId === communityId) ?? []
  return (
    <>
      {mine.map(it => (
        <Entry key={it.id} it={it} />
      ))}
    </>
  )
}
