import { urlOf } from '@huiyin/shared/core/address.ts'
import type { ComplaintReason } from '@huiyin/shared/matters/complaint.ts'
import { legalAnswerRoutes } from '@huiyin/shared/questions/legal-answer-routes.ts'
import type { LegalAnswer } from '@huiyin/shared/questions/question.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { topicNames } from '@huiyin/shared/questions/topics.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { ReadAloud } from '@/core/aloud/read-aloud.tsx'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { platform } from '@/core/device/platform.ts'
import { ShareButton, useSharing } from '@/core/device/share.tsx'
import { coverOf, type Shared } from '@/core/device/share-shape.ts'
import { goOnTo, goTo, useParams } from '@/core/go-to.ts'
import { isRefused, useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { ComplainSheet } from '@/matters/components/complain-sheet.tsx'
import { questionWords } from '@/questions/words.ts'
import '@/questions/questions.css'

const words = questionWords.answers

const sharedOf = (item: LegalAnswer | undefined): Shared => ({
  title: item ? words.shared(item.question) : words.sharedAny,
  url: item ? urlOf(questionPages.answer, { id: item.id }) : urlOf(questionPages.answers),
  picture: coverOf(questionPages.answer),
})

type ComplainProps = { id: string; onDone: () => unknown; onClose: () => void }

const Complain = ({ id, onDone, onClose }: ComplainProps) => {
  const complain = async (reason: ComplaintReason) => {
    const eventId = await platform.newId()
    const { state } = await call(legalAnswerRoutes.complainLegalAnswer, { id, eventId, reason })
    say(state === 'hidden' ? words.complained : words.heard)
    onClose()
    await onDone()
  }
  const { complainTitle: title, complainHint: hint, reasons } = words
  return <ComplainSheet {...{ title, hint, reasons, onClose }} onComplain={complain} />
}

const Gone = () => (
  <Page>
    <Empty
      drawing="quiet"
      title={words.gone}
      hint={words.goneHint}
      action={{ words: words.others, onTap: () => goOnTo(questionPages.answers) }}
    />
  </Page>
)

/** The question and the answer, as everybody may read them. */
const Words = ({ answer }: { answer: LegalAnswer }) => (
  <View className="card stack">
    {answer.topic && (
      <View className="row">
        <Tag icon="balance" words={topicNames[answer.topic]} />
      </View>
    )}
    <View className="small soft">{words.question}</View>
    <Text className="strong plain">{answer.question}</Text>
    <View className="small soft">{words.answer}</View>
    <Text className="plain">{answer.answer}</Text>
  </View>
)

export default asPage(function LegalAnswerPage() {
  const id = useParams(questionPages.answer).id ?? ''
  const { data, error, refetch } = useCall(legalAnswerRoutes.getLegalAnswer, { id })
  useSharing(sharedOf(data))
  const [complaining, setComplaining] = useState(false)
  if (isRefused(error)) return <Gone />
  if (!data) return <Page>{error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={1} />}</Page>
  return (
    <Page>
      <Words answer={data} />
      <ReadAloud sentences={[words.question, data.question, words.answer, data.answer]} />
      <ShareButton words={words.share} shared={sharedOf(data)} />
      <View className="row apart">
        <Text className="small soft grow">{words.lead}</Text>
        <Tap className="word aside" label={words.complain} onTap={() => setComplaining(true)}>
          <Text>{words.complain}</Text>
        </Tap>
      </View>
      <View className="dock">
        <View className="dock-ask">{words.caution}</View>
        <Button words={words.ask} icon="balance" kind="main" onTap={() => goTo(questionPages.new)} />
      </View>
      {complaining && <Complain id={id} onDone={refetch} onClose={() => setComplaining(false)} />}
    </Page>
  )
})
