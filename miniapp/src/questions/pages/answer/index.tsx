import { urlOf } from '@huiyin/shared/core/address.ts'
import { legalAnswerRoutes } from '@huiyin/shared/questions/legal-answer-routes.ts'
import type { LegalAnswer } from '@huiyin/shared/questions/question.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { topicNames } from '@huiyin/shared/questions/topics.ts'
import { Text, View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { ShareButton, useSharing } from '@/core/device/share.tsx'
import { coverOf, type Shared } from '@/core/device/share-shape.ts'
import { goTo, useParams } from '@/core/go-to.ts'
import { useCall } from '@/core/query.tsx'
import { questionWords } from '@/questions/words.ts'
import '@/questions/questions.css'

const words = questionWords.answers

const sharedOf = (item: LegalAnswer | undefined): Shared => ({
  title: item ? words.shared(item.question) : words.sharedAny,
  url: item ? urlOf(questionPages.answer, { id: item.id }) : urlOf(questionPages.answers),
  picture: coverOf(questionPages.answer),
})

export default function LegalAnswerPage() {
  const id = useParams(questionPages.answer).id ?? ''
  const { data, error, refetch } = useCall(legalAnswerRoutes.getLegalAnswer, { id })
  useSharing(sharedOf(data))
  if (!data) return <Page>{error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={1} />}</Page>
  return (
    <Page>
      <View className="card stack">
        {data.topic && (
          <View className="row">
            <Tag icon="balance" words={topicNames[data.topic]} />
          </View>
        )}
        <View className="small soft">{words.question}</View>
        <Text className="strong plain">{data.question}</Text>
        <View className="small soft">{words.answer}</View>
        <Text className="plain">{data.answer}</Text>
      </View>
      <ShareButton words={words.share} shared={sharedOf(data)} />
      <View className="small soft">{words.lead}</View>
      <View className="dock">
        <View className="dock-ask">{words.caution}</View>
        <Button words={words.ask} icon="balance" kind="main" onTap={() => goTo(questionPages.new)} />
      </View>
    </Page>
  )
}
