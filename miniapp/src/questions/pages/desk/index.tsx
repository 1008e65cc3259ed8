import type { Person } from '@huiyin/shared/people/person.ts'
import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { AllDone } from '@/core/components/all-done.tsx'
import { asPage } from '@/core/components/as-page.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { Choices } from '@/core/fields/choices.tsx'
import { useParams } from '@/core/go-to.ts'
import { useList } from '@/core/query.tsx'
import { useAnswered } from '@/core/use-answered.ts'
import { StaffPage } from '@/questions/answering/staff-page.tsx'
import { DeskItem } from '@/questions/desk/desk-item.tsx'
import { ReadQuestion } from '@/questions/desk/read-question.tsx'
import { townshipWords } from '@/questions/desk/township-words.ts'
import { townshipsOf } from '@/questions/desk/townships.ts'
import { AnswerReviews } from '@/questions/publishing/answer-reviews.tsx'
import { staffWords } from '@/questions/staff-words.ts'

const words = townshipWords.desk
const shows = ['late', 'open'] as const
type Show = (typeof shows)[number]

type ListProps = { township: string; show: Show; onRead: (question: Question) => void }

const Unanswered = ({ township, show, onRead }: ListProps) => {
  const asked = useList(adviserRoutes.listQuestionDesk, { township, show }, { every: 10_000 })
  const { items, error, refetch, turn } = asked
  if (!items) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  if (items.length === 0) {
    const title = show === 'late' ? words.emptyLate : words.empty
    const action = { words: staffWords.refresh, onTap: refetch }
    return <AllDone title={title} hint={words.emptyHint} action={action} />
  }
  return (
    <View className="stack">
      {items.map(item => (
        <DeskItem key={item.id} item={item} township={township} onChanged={refetch} onRead={onRead} />
      ))}
      <TurnPage turn={turn} />
    </View>
  )
}

/** What a township still owes: late first. */
const StillOwed = ({ township, onRead }: Omit<ListProps, 'show'>) => {
  const [show, setShow] = useState<Show>('late')
  return (
    <>
      <View className="heading">{words.title}</View>
      <View className="hint">{words.hint}</View>
      <Choices
        choices={shows.map(key => ({ key, words: words.shows[key], on: key === show, onTap: () => setShow(key) }))}
      />
      <Unanswered township={township} show={show} onRead={onRead} />
    </>
  )
}

const Desks = ({ me }: { me: Person }) => {
  const posts = townshipsOf(me)
  const [township, setTownship] = useState(posts[0]?.areaId)
  const [read, setRead] = useState<Question>()
  if (read) return <ReadQuestion question={read} onClose={() => setRead(undefined)} />
  const choices = posts.map(({ areaId, areaName }) => ({
    key: areaId,
    words: areaName,
    on: areaId === township,
    onTap: () => setTownship(areaId),
  }))
  return (
    <>
      {posts.length > 1 && <Choices choices={choices} />}
      {township && <StillOwed key={township} township={township} onRead={setRead} />}
      <AnswerReviews alone={posts.length === 0} />
    </>
  )
}

export default asPage(function DeskPage() {
  useAnswered(useParams(questionPages.desk).id)
  return <StaffPage>{me => <Desks me={me} />}</StaffPage>
})
