import { photoLimits } from '@huiyin/shared/photos/photo-limits.ts'
import type { PublishedItem } from '@huiyin/shared/reports/publication.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { useSharing } from '@/core/device/share.tsx'
import { goOnTo, goTo, useParams } from '@/core/go-to.ts'
import { isRefused, useCall, useList } from '@/core/query.tsx'
import { ComplainOf } from '@/reports/publishing/complain-of.tsx'
import { publicationWords } from '@/reports/publishing/publication-words.ts'
import { PublishedCard } from '@/reports/publishing/published-card.tsx'
import { sharedAll, sharedOf } from '@/reports/publishing/share-published.ts'
import '@/reports/reports.css'

const words = publicationWords.list
/** Links of pictures live at least so many milliseconds: read anew in time, none is dead while the page lies open. */
const every = photoLimits.linkMinutes * 60_000

const Cards = ({ items, onDone }: { items: PublishedItem[]; onDone: () => unknown }) => {
  const [of, setOf] = useState<PublishedItem>()
  return (
    <>
      {items.map(item => (
        <PublishedCard key={item.id} item={item} onDone={onDone} onComplain={() => setOf(item)} />
      ))}
      {of && <ComplainOf item={of} onDone={onDone} onClose={() => setOf(undefined)} />}
    </>
  )
}

/** One of them, as it was handed on; then the way to the others. */
const One = ({ id }: { id: string }) => {
  const { data, error, refetch } = useCall(publicationRoutes.getPublished, { id }, { every })
  useSharing(data ? sharedOf(data) : sharedAll)
  const all = { words: words.all, onTap: () => goOnTo(reportPages.published) }
  if (isRefused(error)) return <Empty drawing="quiet" title={words.gone} hint={words.goneHint} action={all} />
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={1} />
  return (
    <>
      <Cards items={[data]} onDone={refetch} />
      <Button words={all.words} icon="photo" kind="quiet" onTap={all.onTap} />
    </>
  )
}

const All = () => {
  const { items, error, turn, refetch } = useList(publicationRoutes.listPublished, { limit: 10 }, { every })
  useSharing(sharedAll)
  if (!items) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  const report = { words: words.emptyAct, onTap: () => goTo(reportPages.new) }
  return (
    <>
      {items.length === 0 && <Empty drawing="quiet" title={words.empty} hint={words.emptyHint} action={report} />}
      {items.length > 0 && <View className="small soft">{words.lead}</View>}
      <Cards items={items} onDone={refetch} />
      <TurnPage turn={turn} />
    </>
  )
}

/** 办结公示, for everybody; with `id` the one that somebody has handed on. */
export default asPage(function PublishedPage() {
  const { id } = useParams(reportPages.published)
  return <Page>{id ? <One id={id} /> : <All />}</Page>
})
