import type { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import type { Answer } from '@huiyin/shared/core/route.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Choices } from '@/core/fields/choices.tsx'
import { goTo } from '@/core/go-to.ts'
import { useCall } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'
import { say } from '@/core/toast.ts'
import { bookingWords, nameOf } from '../words.ts'
import { AdviserCard } from './adviser-card.tsx'
import { FreeTimes } from './free-times.tsx'
import { holdSlot } from './hold-slot.ts'
import { useTaken } from './taken.ts'
import { TakenSheet } from './taken-sheet.tsx'
import { Waitlist } from './waitlist.tsx'

const words = bookingWords.find

/** A tap on a time keeps it and leads on; who has two bookings already is shown them. */
const useHolding = () => {
  const { taken, attempt, close } = useTaken()
  const hold = (slot: FreeSlot) =>
    attempt(async () => {
      try {
        await goTo(bookingPages.book, { id: await holdSlot(slot) })
      } catch (failed) {
        const { code, title, detail } = problemOf(failed)
        if (code !== 'too-many-bookings' && code !== 'one-at-a-time') throw failed
        await goTo(bookingPages.mine)
        say(`${title}。${detail}`)
      }
    })
  return { taken, hold, close }
}

type Adviser = Answer<typeof bookingRoutes.listVillageAdvisers>['advisers'][number]['adviser']

const Whom = ({
  advisers,
  id,
  onPick,
}: {
  advisers: Adviser[]
  id: string | undefined
  onPick: (id?: string) => void
}) => (
  <Choices
    choices={[undefined, ...advisers].map(adviser => ({
      key: adviser?.id ?? 'all',
      words: adviser ? nameOf(adviser) : words.everybody,
      on: adviser?.id === id,
      onTap: () => onPick(adviser?.id),
    }))}
  />
)

/** The lawyers of a village and when they are free. */
export const FindTimes = ({ communityId, widely }: { communityId: string; widely: boolean }) => {
  const { data } = useCall(bookingRoutes.listVillageAdvisers, { communityId })
  const [adviserId, setAdviserId] = useState<string>()
  const [wide, setWide] = useState(widely)
  const { taken, hold, close } = useHolding()
  const advisers = data?.advisers ?? []
  const shown = advisers.filter(({ adviser }) => adviserId === undefined || adviser.id === adviserId)
  const goWide = () => {
    setAdviserId(undefined)
    setWide(true)
  }
  return (
    <>
      {!wide && advisers.length > 1 && (
        <Whom advisers={advisers.map(it => it.adviser)} id={adviserId} onPick={setAdviserId} />
      )}
      {!wide && shown.map(it => <AdviserCard key={it.adviser.id} it={it} />)}
      {!wide && data && advisers.length === 0 && <Notice icon="person">{words.noAdviser}</Notice>}
      <Waitlist communityId={communityId} />
      <View className="heading">{words.times}</View>
      <FreeTimes
        communityId={communityId}
        adviserId={adviserId}
        wide={wide}
        shares
        onPick={hold}
        onWide={wide ? undefined : goWide}
      />
      {wide ? (
        <Button words={words.narrow} icon="home" kind="quiet" onTap={() => setWide(false)} />
      ) : (
        <Button words={words.wide} icon="people" kind="quiet" onTap={goWide} />
      )}
      {taken && <TakenSheet taken={taken} onPick={hold} onAll={close} onClose={close} />}
    </>
  )
}
