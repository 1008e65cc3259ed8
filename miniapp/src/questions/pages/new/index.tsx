import { questionRoutes } from '@huiyin/shared/questions/question-routes.ts'
import { Text, View } from '@tarojs/components'
import type { ComponentType } from 'react'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { DangerPhones } from '@/core/components/danger-phones.tsx'
import { AskSafe } from '@/core/components/danger-signs.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Page } from '@/core/components/page.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { useMe } from '@/core/me.ts'
import { useCall } from '@/core/query.tsx'
import { problemOf } from '@/core/sending/trouble.ts'
import { VillageSheet } from '@/grids/components/village-sheet.tsx'
import { askWords } from '@/questions/asking/ask-words.ts'
import { Begin } from '@/questions/asking/begin.tsx'
import { CheckStep } from '@/questions/asking/check-step.tsx'
import { DangerScreen } from '@/questions/asking/danger-screen.tsx'
import type { StepName } from '@/questions/asking/new-question.ts'
import { stepsOf } from '@/questions/asking/order-of-steps.ts'
import { Unsafe } from '@/questions/asking/safety.tsx'
import { GuardianStep, OtherStep, type StepProps, WhoStep, WordsStep } from '@/questions/asking/steps.tsx'
import { type Asking, useAsking } from '@/questions/asking/use-asking.ts'

const words = askWords.make

const middle: Partial<Record<StepName, ComponentType<StepProps>>> = {
  words: WordsStep,
  other: OtherStep,
  who: WhoStep,
  guardian: GuardianStep,
}

const useReaders = (communityId: string | undefined) =>
  useCall(questionRoutes.getReaders, { communityId: communityId ?? '' }, { enabled: communityId !== undefined }).data

/** What was left from the last time: unfinished, or refused. */
const Before = ({ asking: { draft, restored, startOver } }: { asking: Asking }) => {
  if (draft?.problem)
    return (
      <Notice tone="late">
        {words.refused}：{draft.problem.title}。{draft.problem.detail}
      </Notice>
    )
  if (!restored) return null
  return (
    <Notice icon="pencil" tone="wait">
      <View className="row wrap apart">
        <Text>{words.restored}</Text>
        <Button words={words.fresh} kind="quiet" onTap={startOver} />
      </View>
    </Notice>
  )
}

const Steps = ({ asking }: { asking: Asking }) => {
  const { form, put, wrong, next, back, changeOne, send, setOver } = asking
  const readers = useReaders(form.village?.id)
  const at = stepsOf(form).indexOf(form.step)
  const Middle = middle[form.step]
  const step = { form, change: put, wrong, speech: readers?.speech }
  return (
    <>
      <Before asking={asking} />
      {at >= 0 && (
        <View className="small soft" {...spoken({ role: 'status', live: 'polite' })}>
          {words.progress(at + 1, stepsOf(form).length)}
        </View>
      )}
      {form.step === 'begin' && <Begin village={form.village} readers={readers} onVillage={() => setOver('village')} />}
      {Middle && <Middle {...step} />}
      {form.step === 'check' && <CheckStep {...step} onChange={changeOne} />}
      <View className="dock">
        {form.step !== 'begin' && <Button words={words.back} onTap={back} />}
        {form.step === 'begin' && <Button words={words.begin} kind="main" onTap={next} />}
        {Middle && <Button words={words.next} kind="main" onTap={next} />}
        {form.step === 'check' && <Button words={words.send} icon="send" kind="main" onTap={send} />}
      </View>
    </>
  )
}

const Danger = ({ asking }: { asking: Asking }) => {
  const { form, put, over, setOver, goOnInDanger, forget } = asking
  const readers = useReaders(form.village?.id)
  return (
    <DangerScreen
      duty={readers?.duty}
      contact={form.safeContact}
      onContact={safeContact => put({ safeContact })}
      onGoOn={goOnInDanger}
      onBack={over === 'unsafe' ? () => setOver(undefined) : undefined}
      onLeave={forget}
    />
  )
}

/** Without a way to sign in nothing of this could ever be sent; the numbers are there for everybody. */
const shutOut = (failed: unknown) => ['not-in-wechat', 'signed-out'].includes(problemOf(failed).code)

export default asPage(function NewQuestionPage() {
  const me = useMe()
  const asking = useAsking()
  const { over, setOver, chooseVillage } = asking
  if (me.error && shutOut(me.error))
    return (
      <Page>
        <ErrorView failed={me.error} onAgain={me.refetch} />
        <DangerPhones />
      </Page>
    )
  const inDanger = over === 'unsafe' || over === 'signs'
  return (
    <Page lead={!inDanger && <Unsafe onTap={() => setOver('unsafe')} />}>
      {over === 'doubt' && <AskSafe onUnsafe={() => setOver('signs')} onSafe={asking.goOnSafe} />}
      {inDanger && <Danger asking={asking} />}
      {!inDanger && over !== 'doubt' && <Steps asking={asking} />}
      {over === 'village' && (
        <VillageSheet title={askWords.make.village} onChoose={chooseVillage} onClose={() => setOver(undefined)} />
      )}
    </Page>
  )
})
