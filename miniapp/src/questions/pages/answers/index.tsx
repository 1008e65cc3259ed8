import { legalAnswerRoutes } from '@huiyin/shared/questions/legal-answer-routes.ts'
import type { LegalAnswer } from '@huiyin/shared/questions/question.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { type Topic, topicNames, topics } from '@huiyin/shared/questions/topics.ts'
import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { Choices } from '@/core/fields/choices.tsx'
import { goTo } from '@/core/go-to.ts'
import { useList } from '@/core/query.tsx'
import { questionWords } from '@/questions/words.ts'
import '@/questions/questions.css'

const words = questionWords.answers
const ask = { words: words.ask, onTap: () => goTo(questionPages.new) }

const One = ({ item }: { item: LegalAnswer }) => (
  <Tap className="card question-card" onTap={() => goTo(questionPages.answer, { id: item.id })}>
    {item.topic && (
      <View className="row">
        <Tag icon="balance" words={topicNames[item.topic]} />
      </View>
    )}
    <Text className="strong asked">{item.question}</Text>
    <Text className="soft asked">{item.answer}</Text>
  </Tap>
)

const Found = ({ q, topic }: { q: string; topic: Topic | undefined }) => {
  const { items, error, turn, refetch } = useList(legalAnswerRoutes.listLegalAnswers, {
    q: q || undefined,
    topic,
  })
  if (!items) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  return (
    <>
      {items.length === 0 && <Empty drawing="quiet" title={words.empty} hint={words.emptyHint} action={ask} />}
      {items.map(item => (
        <One key={item.id} item={item} />
      ))}
      <TurnPage turn={turn} />
    </>
  )
}

export default asPage(function LegalAnswersPage() {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const [topic, setTopic] = useState<Topic>()
  const find = () => setQ(typed.trim())
  return (
    <Page>
      <View className="find">
        <View className="box">
          <Input
            className="line-input"
            value={typed}
            maxlength={60}
            confirmType="search"
            placeholder={words.example}
            placeholderClass="placeholder"
            onInput={event => setTyped(event.detail.value)}
            onConfirm={find}
            {...spoken({ label: words.search })}
          />
        </View>
        <Button words={words.find} kind="main" onTap={find} />
      </View>
      <Choices
        choices={[
          { key: 'all', words: words.all, on: topic === undefined, onTap: () => setTopic(undefined) },
          ...topics.map(it => ({
            key: it,
            words: topicNames[it],
            on: it === topic,
            onTap: () => setTopic(it),
          })),
        ]}
      />
      <View className="small soft">{words.lead}</View>
      <Found q={q} topic={topic} />
    </Page>
  )
})
