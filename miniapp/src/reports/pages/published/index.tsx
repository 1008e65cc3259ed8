import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import type { ComplaintReason, PublishedItem } from '@huiyin/shared/reports/publication.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { platform } from '@/core/device/platform.ts'
import { goTo } from '@/core/go-to.ts'
import { BeforeAfter } from '@/core/photos/before-after.tsx'
import { useList } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { asPhoto } from '@/reports/publishing/public-photo.ts'
import { publicationWords } from '@/reports/publishing/publication-words.ts'
import '@/reports/reports.css'

const words = publicationWords.list
/** Links of pictures live at least so many milliseconds: read anew in time, none is dead while the page lies open. */
const renewed = photoLimits.linkMinutes * 60_000

const reasons = Object.keys(words.reasons) as ComplaintReason[]

const Complain = ({ item, onDone, onClose }: { item: PublishedItem; onDone: () => unknown; onClose: () => void }) => {
  const complain = async (reason: ComplaintReason) => {
    const eventId = await platform.newId()
    const { state } = await call(publicationRoutes.complainPublished, { id: item.id, eventId, reason })
    say(state === 'hidden' ? words.complained : words.refused)
    onClose()
    await onDone()
  }
  return (
    <Sheet title={words.complainTitle} onClose={onClose}>
      <View className="hint">{words.complainHint}</View>
      {reasons.map(reason => (
        <Button key={reason} words={words.reasons[reason]} onTap={() => complain(reason)} />
      ))}
    </Sheet>
  )
}

const Shown = ({ item, onComplain }: { item: PublishedItem; onComplain: () => void }) => {
  const kind = reportKinds[item.kind].name
  return (
    <View className="card stack">
      <View className="row wrap apart">
        <Text className="heading">{kind}</Text>
        <Text className="small soft">
          {item.village} · {words.month(item.month)}
        </Text>
      </View>
      <BeforeAfter before={[asPhoto(item.before)]} after={[asPhoto(item.after)]} />
      <Button
        words={words.complain}
        icon="alert"
        kind="quiet"
        label={words.complainOf(kind, item.village)}
        onTap={onComplain}
      />
    </View>
  )
}

export default function PublishedPage() {
  const { items, error, turn, refetch } = useList(publicationRoutes.listPublished, { limit: 10 }, { every: renewed })
  const [of, setOf] = useState<PublishedItem>()
  if (!items) return <Page>{error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />}</Page>
  const report = { words: words.emptyAct, onTap: () => goTo(reportPages.new) }
  return (
    <Page>
      {items.length === 0 && <Empty drawing="quiet" title={words.empty} hint={words.emptyHint} action={report} />}
      {items.length > 0 && <View className="small soft">{words.lead}</View>}
      {items.map(item => (
        <Shown key={item.id} item={item} onComplain={() => setOf(item)} />
      ))}
      <TurnPage turn={turn} />
      {of && <Complain item={of} onDone={refetch} onClose={() => setOf(undefined)} />}
    </Page>
  )
}
