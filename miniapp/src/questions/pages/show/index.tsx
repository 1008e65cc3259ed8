import type { Question } from '@huiyin/shared/questions/question.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asPage } from '@/core/components/as-page.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Timeline } from '@/core/components/timeline.tsx'
import { useParams } from '@/core/go-to.ts'
import { useCall, useRefresh } from '@/core/query.tsx'
import { dayAndTime } from '@/core/time.ts'
import { useAnswered } from '@/core/use-answered.ts'
import { RateAnswer } from '@/questions/asking/rate-answer.tsx'
import { QuickExit, Unsafe } from '@/questions/asking/safety.tsx'
import { SayMore } from '@/questions/asking/say-more.tsx'
import { Suggested } from '@/questions/asking/suggested.tsx'
import { TakeBack } from '@/questions/asking/take-back.tsx'
import { UnsafeSheet } from '@/questions/asking/unsafe-sheet.tsx'
import { QuestionHead } from '@/questions/components/question-head.tsx'
import { Thread, ThreadAloud } from '@/questions/components/said.tsx'
import { Offer } from '@/questions/publishing/offer.tsx'
import { stagesOf } from '@/questions/stages.ts'
import { doerOf, eventWords, questionWords } from '@/questions/words.ts'

const words = questionWords.show

const Progress = ({ question }: { question: Question }) => {
  const now = useNow()
  return (
    <View className="card stack">
      <View className="heading">{words.progress}</View>
      <Timeline
        steps={stagesOf(question).map(stage => ({
          ...stage,
          inside: stage.happened.map(step => (
            <View key={step.seq}>
              <View>
                <Text>{doerOf(step)} </Text>
                <Text className="strong">{eventWords[step.event]}</Text>
              </View>
              <View className="small soft">{dayAndTime(step.at, now)}</View>
            </View>
          )),
        }))}
      />
    </View>
  )
}

const AccessLog = ({ looks }: { looks: Question['looks'] }) => {
  const now = useNow()
  if (looks.length === 0) return null
  return (
    <View className="card stack">
      <View className="heading">{words.looks}</View>
      {looks.map(look => (
        <View key={look.at + look.by} className="small">
          {look.by}，{look.reason}，{dayAndTime(look.at, now)}
        </View>
      ))}
    </View>
  )
}

export default asPage(function ShowQuestionPage() {
  const id = useParams(questionPages.show).id ?? ''
  const { data: question, error, refetch } = useCall(questionRoutes.getQuestion, { id }, { every: 8_000 })
  const [unsafe, setUnsafe] = useState(false)
  const refresh = useRefresh()
  useAnswered(question?.id)
  const done = async () => {
    refresh(questionRoutes.listMyQuestions)
    await refetch()
  }
  if (!question) return <Page>{error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />}</Page>
  return (
    <Page lead={<Unsafe onTap={() => setUnsafe(true)} />}>
      <QuestionHead question={question} />
      {question.danger && <QuickExit />}
      <View className="heading">{words.thread}</View>
      <ThreadAloud texts={question.texts} />
      <Thread texts={question.texts} asker />
      <Suggested question={question} onDone={done} />
      <RateAnswer question={question} onDone={done} />
      <Offer question={question} onDone={done} />
      <Progress question={question} />
      <AccessLog looks={question.looks} />
      <TakeBack question={question} onDone={done} />
      <SayMore question={question} onDone={done} />
      {unsafe && <UnsafeSheet question={question} onDone={done} onClose={() => setUnsafe(false)} />}
    </Page>
  )
})
