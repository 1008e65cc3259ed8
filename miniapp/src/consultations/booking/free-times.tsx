import type { FreeSlot } from '@huiyin/shared/consultations/booking.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { dayAfter } from '@huiyin/shared/consultations/days.ts'
import { isLecture } from '@huiyin/shared/consultations/slots.ts'
import { View } from '@tarojs/components'
import { Fragment } from 'react'
import { useNow } from '@/core/components/deadline.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { platform } from '@/core/device/platform.ts'
import { ShareButton } from '@/core/device/share.tsx'
import { useList } from '@/core/query.tsx'
import { byDay, dayOf, dayWords, lastingWords, today } from '../when.ts'
import { bookingWords } from '../words.ts'
import { JoinWaitlist } from './join-waitlist.tsx'
import { sharedLecture } from './share-times.ts'
import { SlotButton } from './slot-button.tsx'
import '../consultations.css'

const words = bookingWords.find
/** Days: whoever finds nothing sooner may wait for it. */
const soon = 3

type Props = {
  communityId: string
  adviserId?: string | undefined
  wide: boolean
  /** His own times, to propose one. */
  own?: boolean
  /** Lectures alone, or talks alone. */
  lecture?: boolean
  /** Lectures can be handed on: the page's config has to say so. */
  shares?: boolean | undefined
  onPick: (slot: FreeSlot) => unknown
  /** What to do where nothing is free. */
  onWide?: (() => unknown) | undefined
}

type DayProps = { day: string; slots: FreeSlot[] } & Pick<Props, 'communityId' | 'wide' | 'shares' | 'onPick'>

const OneDay = ({ day, slots, communityId, wide, shares, onPick }: DayProps) => {
  const now = useNow()
  const unknown = slots.some(slot => slot.daysUnknown)
  return (
    <View className="stack">
      <View className="row wrap day">
        <View className="strong">{dayWords(day, now)}</View>
        {unknown && <Tag icon="clock" words={words.daysUnknown} tone="wait" />}
      </View>
      {unknown && <View className="hint">{words.daysUnknownHint}</View>}
      <View className="slots">
        {slots.map(slot => (
          <Fragment key={slot.adviser.id + slot.startsAt}>
            <SlotButton slot={slot} withWho={wide} onTap={() => onPick(slot)} />
            {shares && isLecture(slot) && (
              <ShareButton
                words={bookingWords.share}
                label={bookingWords.shareOf(lastingWords(slot, now))}
                shared={sharedLecture(slot, communityId, now)}
              />
            )}
          </Fragment>
        ))}
      </View>
    </View>
  )
}

const Nothing = ({ communityId, adviserId, lecture, onWide }: Omit<Props, 'wide' | 'own' | 'shares' | 'onPick'>) => (
  <>
    <Empty
      drawing="quiet"
      title={words.empty}
      hint={onWide ? words.emptyHint : words.emptyWideHint}
      action={
        onWide
          ? { words: words.wide, onTap: onWide }
          : { words: words.hotline.call, onTap: () => platform.telephone(words.hotline.number) }
      }
    />
    {!lecture && <JoinWaitlist communityId={communityId} adviserId={adviserId} />}
  </>
)

/** What can be booked, next first, day by day. */
export const FreeTimes = ({ communityId, adviserId, wide, own, lecture, shares, onPick, onWide }: Props) => {
  const whose = {
    communityId,
    ...(adviserId && { adviserId }),
    ...(wide && { wide: 'true' }),
    ...(own && { own: 'true' }),
  }
  const kind = lecture === undefined ? {} : { lecture: String(lecture) }
  const asked = useList(bookingRoutes.listSlots, { ...whose, ...kind }, { every: 20_000, after: 'from' })
  const { error, refetch, turn } = asked
  const now = useNow()
  // What has begun while the page lay open cannot be booked any more.
  const items = asked.items?.filter(slot => Date.parse(slot.startsAt) > now)
  if (!items) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  if (items.length === 0 && !turn.on && own) return <View className="soft">{words.empty}</View>
  if (items.length === 0 && !turn.on)
    return <Nothing communityId={communityId} adviserId={adviserId} lecture={lecture} onWide={onWide} />
  // A lecture is no talk of one's own.
  const talk = items.find(slot => !isLecture(slot))
  const first = talk && dayOf(talk.startsAt)
  return (
    <>
      {byDay(items).map(([day, slots]) => (
        <OneDay key={day} {...{ day, slots, communityId, wide, shares, onPick }} />
      ))}
      <TurnPage turn={turn} more={words.more} />
      {turn.page === 1 && !wide && !own && !lecture && (!first || first >= dayAfter(today(now), soon)) && (
        <JoinWaitlist communityId={communityId} adviserId={adviserId} before={first} />
      )}
    </>
  )
}
