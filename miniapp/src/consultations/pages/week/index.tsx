import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { dayAfter } from '@huiyin/shared/consultations/days.ts'
import type { WeekItem as Item } from '@huiyin/shared/consultations/office-desk.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { LeaveSheet } from '@/consultations/offering/leave-sheet.tsx'
import { OfficePage } from '@/consultations/office/office-page.tsx'
import { WalkInSheet } from '@/consultations/office/walk-in-sheet.tsx'
import { WeekItem } from '@/consultations/office/week-item.tsx'
import { officeWords } from '@/consultations/office-words.ts'
import { dayOf, dayWords, today } from '@/consultations/when.ts'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Cell } from '@/core/components/cell.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Choices } from '@/core/fields/choices.tsx'
import { goTo, useParams } from '@/core/go-to.ts'
import { useCall, useRefresh } from '@/core/query.tsx'
import { useAnswered } from '@/core/use-answered.ts'

const words = officeWords.week
const lengths = [1, 7] as const
type Length = (typeof lengths)[number]

const Day = ({ day, items }: { day: string; items: Item[] }) => (
  <View className="stack">
    <View className="row wrap day">
      <View className="strong">{dayWords(day, useNow())}</View>
      {items.length === 0 && <View className="soft">{words.nothing}</View>}
    </View>
    {items.map(item => (
      <WeekItem key={item.id} item={item} />
    ))}
  </View>
)

/** What lasts over several days stands on each of them. */
const onDay = (day: string) => (item: Item) =>
  dayOf(item.startsAt) <= day && day <= dayOf(new Date(Date.parse(item.endsAt) - 1).toISOString())

const Days = ({ from, length }: { from: string; length: Length }) => {
  const { data, error, refetch } = useCall(officeRoutes.listWeek, { from, days: length }, { every: 15_000 })
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  return (
    <>
      {Array.from({ length }, (_, n) => dayAfter(from, n)).map(day => (
        <Day key={day} day={day} items={data.items.filter(onDay(day))} />
      ))}
    </>
  )
}

const Week = ({ begin }: { begin: string }) => {
  const now = today(useNow())
  const [from, setFrom] = useState(begin)
  const [length, setLength] = useState<Length>(7)
  const [open, setOpen] = useState<'walk-in' | 'leave'>()
  const { data: office } = useCall(officeRoutes.listOfficeHours, {})
  const refresh = useRefresh()
  const done = () => refresh(officeRoutes.listWeek, officeRoutes.listOfficeHours)
  const close = () => setOpen(undefined)
  return (
    <>
      <Choices
        choices={lengths.map(it => ({
          key: String(it),
          words: words.lengths[it],
          on: it === length,
          onTap: () => setLength(it),
        }))}
      />
      <View className="acts">
        <Button words={words.before(length)} kind="quiet" onTap={() => setFrom(dayAfter(from, -length))} />
        {from !== now && <Button words={words.now} kind="quiet" onTap={() => setFrom(now)} />}
        <Button words={words.after(length)} kind="quiet" onTap={() => setFrom(dayAfter(from, length))} />
      </View>
      <Days key={`${from} ${length}`} from={from} length={length} />
      <View className="card list">
        <Cell first icon="clock" title={words.hours} hint={words.hoursHint} onTap={() => goTo(bookingPages.hours)} />
      </View>
      <View className="dock">
        <Button words={words.leave} icon="leave" onTap={() => setOpen('leave')} />
        <Button words={words.walkIn} icon="plus" kind="main" onTap={() => setOpen('walk-in')} />
      </View>
      {open === 'leave' && <LeaveSheet onDone={done} onClose={close} />}
      {open === 'walk-in' && office && <WalkInSheet places={office.places} onDone={done} onClose={close} />}
    </>
  )
}

/** An alert leads to the day of its booking. */
const WeekOf = ({ id }: { id: string }) => {
  const { data, error } = useCall(bookingRoutes.getBooking, { id })
  const now = useNow()
  useAnswered(id)
  if (!data && !error) return <Skeleton />
  return <Week begin={data ? dayOf(data.startsAt) : today(now)} />
}

export default asPage(function WeekPage() {
  const { id } = useParams(bookingPages.week)
  const now = useNow()
  return <OfficePage post="adviser">{() => (id ? <WeekOf id={id} /> : <Week begin={today(now)} />)}</OfficePage>
})
