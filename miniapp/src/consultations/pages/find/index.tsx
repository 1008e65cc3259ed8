import { bookingPages } from '@huiyin/shared/consultations/booking-pages.ts'
import { bookingRoutes } from '@huiyin/shared/consultations/booking-routes.ts'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { FindTimes } from '@/consultations/booking/find-times.tsx'
import { MoveTimes } from '@/consultations/booking/move-times.tsx'
import { sharedTimes } from '@/consultations/booking/share-times.ts'
import { useVillage } from '@/consultations/booking/use-village.ts'
import { bookingWords } from '@/consultations/words.ts'
import { asPage } from '@/core/components/as-page.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { useSharing } from '@/core/device/share.tsx'
import { useParams } from '@/core/go-to.ts'
import { useCall } from '@/core/query.tsx'
import { VillageSheet } from '@/grids/components/village-sheet.tsx'
import type { Village } from '@/grids/village.ts'

const words = bookingWords.find

const VillageRow = ({ village, onTap }: { village: Village; onTap: () => void }) => {
  const { data } = useCall(bookingRoutes.listVillageAdvisers, { communityId: village.id })
  const name = data?.village ?? village.name
  return (
    <Tap className="card row village" label={`${name}，${words.change}`} onTap={onTap}>
      <Icon name="pin" />
      <Text className="grow strong">{name}</Text>
      <Text className="link">{words.change}</Text>
      <Icon name="next" />
    </Tap>
  )
}

const Find = ({ given, widely }: { given: string | undefined; widely: boolean }) => {
  const { me, village, choose } = useVillage(given)
  const [choosing, setChoosing] = useState(false)
  useSharing(sharedTimes(village?.id))
  const chosen = (one: Village) => {
    choose(one)
    setChoosing(false)
  }
  if (!me.data) return me.error ? <ErrorView failed={me.error} onAgain={me.refetch} /> : <Skeleton />
  return (
    <>
      {village && <VillageRow village={village} onTap={() => setChoosing(true)} />}
      {village && <FindTimes key={village.id} communityId={village.id} widely={widely} />}
      {!village && (
        <Empty
          drawing="door"
          title={words.chooseVillage}
          hint={words.chooseVillageHint}
          action={{ words: words.choose, onTap: () => setChoosing(true) }}
        />
      )}
      {choosing && <VillageSheet title={words.village} onChoose={chosen} onClose={() => setChoosing(false)} />}
    </>
  )
}

/** What she wants to move is nobody's but hers: handed on is the page alone. */
const Move = ({ id }: { id: string }) => {
  useSharing(sharedTimes(undefined))
  return <MoveTimes id={id} />
}

/** Free times of a village's lawyers; with `move`, another time for that booking. */
export default asPage(function FindPage() {
  const { move, village, wide } = useParams(bookingPages.find)
  return <Page>{move ? <Move id={move} /> : <Find given={village} widely={wide !== undefined} />}</Page>
})
