import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { useParams } from '@/core/go-to.ts'
import { readPermits } from '@/core/permits.ts'
import { isRefused, useCall } from '@/core/query.tsx'
import { useAnswered } from '@/core/use-answered.ts'
import { backToQueue } from '@/questions/answering/back-to-queue.ts'
import { Disclosure } from '@/questions/answering/disclosure.tsx'
import { NextQuestion } from '@/questions/answering/next-question.tsx'
import { StaffPage } from '@/questions/answering/staff-page.tsx'
import { staffWords } from '@/questions/staff-words.ts'

const words = staffWords.card

/** Somebody was quicker, or she took it back: there is always a next one. */
const Gone = () => (
  <View className="stack">
    <Empty drawing="quiet" title={words.gone} hint={words.goneHint} />
    <NextQuestion goOn />
    <Button words={words.back} kind="quiet" onTap={backToQueue} />
  </View>
)

const Card = ({ id }: { id: string }) => {
  const { data: card, error, refetch } = useCall(adviserRoutes.getGateCard, { id }, { every: 10_000 })
  const hands = useCall(adviserRoutes.listHeld, {})
  const [gone, setGone] = useState(false)
  if (gone || isRefused(error)) return <Gone />
  if (!card || hands.isPending) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  const held = hands.data?.items.some(item => item.id === id) ?? false
  return <Disclosure card={card} held={held} onGone={() => setGone(true)} />
}

export default asPage(function CardPage() {
  const id = useParams(questionPages.card).id ?? ''
  useAnswered(id)
  useEffect(() => void readPermits(), [])
  return <StaffPage>{() => <Card id={id} />}</StaffPage>
})
