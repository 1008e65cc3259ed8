import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { modeNames } from '@huiyin/shared/consultations/modes.ts'
import type { WeekItem } from '@huiyin/shared/consultations/office-desk.ts'
import { weekLimits } from '@huiyin/shared/consultations/week-limits.ts'
import { weekRoutes } from '@huiyin/shared/consultations/week-routes.ts'
import type { Person } from '@huiyin/shared/people/person.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { NextCard } from '@/core/components/next-card.tsx'
import { goTo } from '@/core/go-to.ts'
import type { Next } from '@/core/manifest.ts'
import { lawPostsOf } from '@/core/me.ts'
import { useCall } from '@/core/query.tsx'
import { dayAndTime, today } from '@/core/time.ts'
import { entryWords } from '../entry-words.ts'

const words = entryWords.next

/** Who has really booked and was not met yet. */
const comersOf = ({ bookings }: WeekItem) => bookings.filter(it => it.state === 'booked' || it.state === 'here')

const isAhead = (item: WeekItem, now: number) =>
  Date.parse(item.endsAt) > now && (item.kind === 'lecture' || (item.kind === 'meeting' && comersOf(item).length > 0))

const whereOf = ({ mode, village, place }: WeekItem) =>
  mode === 'onsite' ? [village, place].filter(Boolean).join(' ') : mode ? modeNames[mode] : ''

const Meeting = ({ item }: { item: WeekItem }) => {
  const now = useNow()
  const [first, ...more] = comersOf(item)
  const lecture = item.kind === 'lecture'
  const open = () => (first && !lecture ? goTo(bookingPages.show, { id: first.id }) : goTo(bookingPages.week))
  return (
    <NextCard
      lead={<View className="small soft">{lecture ? words.lecture : words.title}</View>}
      title={dayAndTime(item.startsAt, now)}
      where={whereOf(item)}
    >
      {first && <View>{lecture ? words.seats(more.length + 1) : first.who}</View>}
      <Button words={words.open} icon="clock" onTap={open} />
    </NextCard>
  )
}

/** Whom the lawyer meets next, when and where, within some days. */
export const useNextMeeting = (person: Person): Next | undefined => {
  const now = useNow()
  const mine = lawPostsOf(person).some(post => post.role === 'adviser')
  const { data } = useCall(
    weekRoutes.listWeek,
    { from: today(now), days: weekLimits.nextDays },
    { every: 60_000, enabled: mine },
  )
  const item = data?.items.find(it => isAhead(it, now))
  return item && { at: Date.parse(item.startsAt), card: <Meeting item={item} /> }
}
