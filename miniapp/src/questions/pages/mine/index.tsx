import type { QuestionCard } from '@huiyin/shared/questions/question.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { isOwed } from '@huiyin/shared/questions/question-states.ts'
import { Text, View } from '@tarojs/components'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Deadline, useNow } from '@/core/components/deadline.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { goTo } from '@/core/go-to.ts'
import { useList } from '@/core/query.tsx'
import { dayAndTime } from '@/core/time.ts'
import { stateLabel } from '@/questions/labels.ts'
import { nameOf, questionWords } from '@/questions/words.ts'
import '@/questions/questions.css'

const words = questionWords.mine
const ask = { words: words.ask, onTap: () => goTo(questionPages.new) }

const One = ({ card }: { card: QuestionCard }) => {
  const now = useNow()
  return (
    <Tap className="card question-card" onTap={() => goTo(questionPages.show, { id: card.id })}>
      <View className="row wrap apart">
        <Text className="strong">{nameOf(card)}</Text>
        <Tag {...stateLabel(card.state)} />
      </View>
      {isOwed(card.state) && <Deadline what={questionWords.show.due} dueAt={card.answerBy} late={card.late} short />}
      <View className="row wrap lines small soft">
        <Text className="whole">{dayAndTime(card.at, now)}</Text>
        <Text className="whole">{questionWords.show.number(card.number)}</Text>
      </View>
    </Tap>
  )
}

export default asPage(function MyQuestionsPage() {
  const { items, error, turn, refetch } = useList(questionRoutes.listMyQuestions, {}, { every: 10_000 })
  return (
    <Page>
      {!items && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />)}
      {items?.length === 0 && <Empty drawing="quiet" title={words.empty} hint={words.emptyHint} action={ask} />}
      {items?.map(card => (
        <One key={card.id} card={card} />
      ))}
      <TurnPage turn={turn} />
      <Button words={words.answers} icon="note" kind="quiet" onTap={() => goTo(questionPages.answers)} />
      {items && items.length > 0 && (
        <View className="dock">
          <Button {...ask} icon="balance" kind="main" />
        </View>
      )}
    </Page>
  )
})
