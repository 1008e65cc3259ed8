import { tracesIn } from '@huiyin/shared/matters/traces.ts'
import type { AnswerReview } from '@huiyin/shared/questions/adviser-desk.ts'
import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { View } from '@tarojs/components'
import { AllDone } from '@/core/components/all-done.tsx'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { dayAndTime } from '@/core/time.ts'
import { say } from '@/core/toast.ts'
import { backToQueue } from '../answering/back-to-queue.ts'
import { topicOf } from '../answering/queue-item.tsx'
import { Traces } from '../answering/traces.tsx'
import { townshipWords } from '../desk/township-words.ts'
import { staffWords } from '../staff-words.ts'

const words = townshipWords.reviews

const anew = { publish: words.restore, refuse: words.takeDown, published: words.restored, refused: words.takenDown }

const whyOf = ({ complaints }: AnswerReview) => [...new Set(complaints)].map(reason => words.reasons[reason])

/** A rewriting that its asker has approved, or that somebody has complained of. What is still recognisable is listed, and then it cannot be published. */
const Review = ({ it, onDone }: { it: AnswerReview; onDone: () => unknown }) => {
  const now = useNow()
  const said = it.complaints.length > 0 ? anew : words
  const traces = tracesIn(`${it.question}\n${it.answer}`)
  const decide = async (verdict: 'publish' | 'refuse') => {
    await call(adviserRoutes.reviewAnswer, { id: it.id, verdict })
    say(verdict === 'publish' ? said.published : said.refused)
    await onDone()
  }
  return (
    <View className="card stack">
      <View className="strong">{topicOf(it)}</View>
      {it.complaints.length > 0 && <Notice tone="late">{words.complained(whyOf(it))}</Notice>}
      <View className="small soft">{words.by(it.by, dayAndTime(it.at, now))}</View>
      <View>
        <View className="small soft">{words.question}</View>
        <View>{it.question}</View>
      </View>
      <View>
        <View className="small soft">{words.answer}</View>
        <View className="quote">{it.answer}</View>
      </View>
      <Traces lead={words.traces} traces={traces} />
      <View className="acts">
        <Button words={said.refuse} icon="close" onTap={() => decide('refuse')} />
        <Button
          words={said.publish}
          icon="check"
          kind="main"
          disabled={traces.length > 0}
          onTap={() => decide('publish')}
        />
      </View>
    </View>
  )
}

/** 普法问答 that wait for the second person. `alone`: nothing else stands on the page. */
export const AnswerReviews = ({ alone }: { alone: boolean }) => {
  const { data, error, refetch } = useCall(adviserRoutes.listAnswerReviews, {})
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={1} />
  if (data.items.length === 0) {
    const back = { words: staffWords.card.back, onTap: backToQueue }
    return alone ? <AllDone title={words.empty} hint={words.emptyHint} action={back} /> : null
  }
  return (
    <View className="stack">
      <View className="heading">{words.title}</View>
      <View className="hint">{words.hint}</View>
      {data.items.map(it => (
        <Review key={it.id} it={it} onDone={refetch} />
      ))}
    </View>
  )
}
