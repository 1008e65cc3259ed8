import type { QuestionReceipt } from '@huiyin/shared/questions/asking-routes.ts'
import { questionPages } from '@huiyin/shared/questions/question-pages.ts'
import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { View } from '@tarojs/components'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { DangerPhones } from '@/core/components/danger-phones.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { goHome, goOnTo, useParams } from '@/core/go-to.ts'
import { PhotoProgress } from '@/core/photos/photo-progress.tsx'
import { useCall } from '@/core/query.tsx'
import { Outgoing } from '@/core/sending/outgoing.tsx'
import { outgoingWords } from '@/core/sending/outgoing-words.ts'
import { Receipt } from '@/core/sending/receipt.tsx'
import { filesOf } from '@/core/sending/wire.ts'
import { dayAndTime } from '@/core/time.ts'
import { QuickExit } from '@/questions/asking/safety.tsx'
import { Hotline } from '@/questions/components/hotline.tsx'
import { adviserWords, questionWords } from '@/questions/words.ts'

const words = questionWords.receipt

type Got = Pick<QuestionReceipt, 'id' | 'number' | 'village' | 'answerBy' | 'danger' | 'adviser'> & {
  ahead: number | null
}

const readerOf = ({ danger, adviser }: Got) => {
  if (adviser) return adviserWords(adviser)
  return danger ? words.duty : words.pool
}

const GotIt = ({ got, files }: { got: Got; files: string[] }) => {
  const now = useNow()
  return (
    <>
      {got.danger && <View className="strong">{words.dangerLead}</View>}
      {got.danger && <DangerPhones />}
      <Receipt
        seal={words.seal}
        number={got.number}
        facts={[
          [words.reader, readerOf(got)],
          ...(got.danger || got.ahead === null ? [] : [[words.ahead, words.people(got.ahead)] as [string, string]]),
          [words.answerBy, words.before(dayAndTime(got.answerBy, now))],
          [words.village, got.village],
        ]}
      />
      <PhotoProgress ids={files} />
      <Notice icon="shield">{questionWords.shield}</Notice>
      <View className="hint">{words.again}</View>
      {got.danger && <QuickExit />}
      <View className="dock">
        <Button words={words.follow} kind="main" onTap={() => goOnTo(questionPages.show, { id: got.id })} />
        <Button words={outgoingWords.home} onTap={goHome} />
      </View>
    </>
  )
}

/** What was asked in danger never lay on the phone: the server tells. */
const FetchedReceipt = ({ id }: { id: string }) => {
  const { data, error, refetch } = useCall(questionRoutes.getQuestion, { id })
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={1} />
  return <GotIt got={data} files={[]} />
}

export default asPage(function QuestionReceiptPage() {
  const id = useParams(questionPages.receipt).id ?? ''
  return (
    <Page>
      <Outgoing
        id={id}
        compose={questionPages.new}
        sent={draft => <GotIt got={draft.answer as QuestionReceipt} files={filesOf(draft)} />}
        help={<Hotline />}
        unknown={<FetchedReceipt id={id} />}
      />
    </Page>
  )
})
