import type { Person } from '@huiyin/shared/people/person.ts'
import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { AllDone } from '@/core/components/all-done.tsx'
import { asPage } from '@/core/components/as-page.tsx'
import { Cell } from '@/core/components/cell.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { goTo } from '@/core/go-to.ts'
import { readPermits } from '@/core/permits.ts'
import { useCall, useList } from '@/core/query.tsx'
import { NextQuestion } from '@/questions/answering/next-question.tsx'
import { HeldQuestion, QueueItem } from '@/questions/answering/queue-item.tsx'
import { StaffPage } from '@/questions/answering/staff-page.tsx'
import { townshipsOf } from '@/questions/desk/townships.ts'
import { staffWords } from '@/questions/staff-words.ts'

const words = staffWords.queue

const Held = () => {
  const { data } = useCall(adviserRoutes.listHeld, {}, { every: 10_000 })
  if (!data?.items.length) return null
  return (
    <View className="stack">
      <View className="heading">{words.held}</View>
      {data.items.map(item => (
        <HeldQuestion key={item.id} item={item} />
      ))}
    </View>
  )
}

const Waiting = () => {
  const { items, error, refetch, turn } = useList(adviserRoutes.listQueue, {}, { every: 10_000 })
  if (!items) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  return (
    <View className="stack">
      <View className="heading">{words.waiting}</View>
      {items.map(item => (
        <QueueItem key={item.id} item={item} />
      ))}
      <TurnPage turn={turn} />
      {items.length === 0 && (
        <AllDone title={words.empty} hint={words.emptyHint} action={{ words: staffWords.refresh, onTap: refetch }} />
      )}
    </View>
  )
}

const Links = ({ me }: { me: Person }) => {
  const { data: reviews } = useCall(adviserRoutes.listAnswerReviews, {})
  const justice = townshipsOf(me).length > 0
  const count = reviews?.items.length ?? 0
  return (
    <View className="card list">
      <Cell
        first
        icon="note"
        title={words.paragraphs}
        hint={words.paragraphsHint}
        onTap={() => goTo(questionPages.paragraphs)}
      />
      <Cell icon="good" title={words.figures} hint={words.figuresHint} onTap={() => goTo(questionPages.figures)} />
      {justice && <Cell icon="clock" title={words.desk} hint={words.deskHint} onTap={() => goTo(questionPages.desk)} />}
      {count > 0 && (
        <Cell icon="eye" title={words.reviews(count)} hint={words.reviewsHint} onTap={() => goTo(questionPages.desk)} />
      )}
    </View>
  )
}

export default asPage(function QueuePage() {
  useEffect(() => void readPermits(), [])
  return (
    <StaffPage>
      {me => (
        <>
          <NextQuestion />
          <Held />
          <Waiting />
          <Links me={me} />
        </>
      )}
    </StaffPage>
  )
})
