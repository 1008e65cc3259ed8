import type { Problem } from '@huiyin/shared/core/problem-body.ts'
import { placeNameMost } from '@huiyin/shared/grids/area.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { askPermits } from '@/core/ask-permits.ts'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { Page } from '@/core/components/page.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { Field } from '@/core/fields/field.tsx'
import { VoiceTextarea } from '@/core/fields/voice-textarea.tsx'
import { goOnTo } from '@/core/go-to.ts'
import { useMe } from '@/core/me.ts'
import { PhotoPicker } from '@/core/photos/photo-picker.tsx'
import { problemOf } from '@/core/sending/trouble.ts'
import { useForm } from '@/core/sending/use-form.ts'
import { discardFile, outbox } from '@/core/sending/wire.ts'
import { toLacking } from '@/core/to-top.ts'
import { say } from '@/core/toast.ts'
import { Danger } from '@/reports/filing/danger.tsx'
import { ForWhom } from '@/reports/filing/for-whom.tsx'
import { Nearby } from '@/reports/filing/nearby.tsx'
import { blankReport, isBlank, type Lacking, missing, type ReportForm } from '@/reports/filing/new-report.ts'
import { PlaceSheet } from '@/reports/filing/place-sheet.tsx'
import { asSent, soundsUrgent, UrgentWords, useJudged } from '@/reports/filing/urgent-words.tsx'
import { useFirstPlace } from '@/reports/filing/use-place.ts'
import { reportWords } from '@/reports/words.ts'
import '@/reports/reports.css'
import '@/core/fields/choices.css'

const words = reportWords.make
const wrongWords = (lacks: Lacking, { place }: ReportForm) =>
  ({
    words: words.needWords,
    place: place ? words.needPlaceWords : words.needPlace,
    agreed: words.needAgreed,
    phone: words.needPhone,
  })[lacks]
const mostPhotos = 9

type Part = { form: ReportForm; change: (part: Partial<ReportForm>) => void; wrong?: string | undefined }

const Where = ({ form, change, wrong }: Part) => {
  const [choosing, setChoosing] = useState(false)
  return (
    <Field label={words.place} wrong={wrong}>
      <View className="card stack">
        <Tap
          className="row touch"
          label={form.place ? `${form.place.label} ${words.change}` : words.choosePlace}
          onTap={() => setChoosing(true)}
        >
          <Icon name="pin" />
          <Text className={form.place ? 'grow' : 'grow soft'}>{form.place?.label ?? words.choosePlace}</Text>
          <Text className="link">{form.place ? words.change : ''}</Text>
          <Icon name="next" />
        </Tap>
        {form.place && (
          <Input
            className="line-input ruled"
            value={form.placeWords}
            maxlength={placeNameMost}
            placeholder={words.placeWordsExample}
            placeholderClass="placeholder"
            onInput={event => change({ placeWords: event.detail.value })}
            {...spoken({ label: words.placeWords })}
          />
        )}
      </View>
      {choosing && (
        <PlaceSheet
          onClose={() => setChoosing(false)}
          onChoose={chosen => {
            change(chosen)
            setChoosing(false)
          }}
        />
      )}
    </Field>
  )
}

/** Without a way to sign in nothing of this could ever be sent; without network it could. */
const shutOut = (failed: unknown) => ['not-in-wechat', 'signed-out'].includes(problemOf(failed).code)

export default asPage(function NewReportPage() {
  const me = useMe()
  return (
    <Page lead={<Text className="soft small grow">{words.lead}</Text>}>
      {me.error && shutOut(me.error) ? <ErrorView failed={me.error} onAgain={me.refetch} /> : <NewReport />}
    </Page>
  )
})

/** What is left of an earlier visit, or why the server would not have it. */
const Unfinished = ({ refused, onFresh }: { refused: Problem | undefined; onFresh: () => unknown }) =>
  refused ? (
    <Notice tone="late">
      {words.refused}：{refused.title}。{refused.detail}
    </Notice>
  ) : (
    <Notice icon="pencil" tone="wait">
      <View className="row wrap apart">
        <Text>{words.restored}</Text>
        <Button words={words.fresh} kind="quiet" onTap={onFresh} />
      </View>
    </Notice>
  )

/** A report from its first photo to its receipt. */
const useFiling = () => {
  const filling = useForm<ReportForm, Lacking>('report', blankReport, { isUntouched: isBlank })
  const { draft, form, change, setWrong, drop } = filling
  const fromPlate = useFirstPlace(draft !== undefined, form.place, place => change({ place }))
  const send = () => {
    if (!draft) return
    const lacks = missing(form)
    setWrong(lacks)
    if (lacks) {
      toLacking()
      return say(wrongWords(lacks, form))
    }
    // Nothing may be awaited before this: WeChat only asks inside the tap.
    const asked = askPermits(['progress', 'done'])
    void outbox.submit({ ...draft, form: asSent(form) })
    return asked.then(() => goOnTo(reportPages.receipt, { id: draft.id }))
  }
  const startOver = () => {
    for (const id of form.photoIds) discardFile(id)
    return drop()
  }
  const joined = (id: string) => {
    void startOver()
    say(reportWords.nearby.done)
    return goOnTo(reportPages.show, { id })
  }
  return { ...filling, fromPlate, send, startOver, joined }
}

const NewReport = () => {
  const { draft, form, restored, wrong, put, fromPlate, send, startOver, joined } = useFiling()
  const judged = useJudged(form.words)
  const urgent = form.danger || soundsUrgent(judged, form)
  return (
    <>
      {(draft?.problem || restored) && <Unfinished refused={draft?.problem} onFresh={startOver} />}
      <Danger on={urgent} onChange={danger => put({ danger, calmed: danger ? undefined : judged.call })} />
      <Field label={words.photos} hint={form.photoIds.length ? undefined : words.photosHint}>
        <PhotoPicker ids={form.photoIds} most={mostPhotos} onChange={photoIds => put({ photoIds })} />
      </Field>
      <Field label={words.words} wrong={wrong === 'words' ? wrongWords(wrong, form) : undefined}>
        <VoiceTextarea
          label={words.words}
          value={form.words}
          placeholder={words.placeholder}
          most={500}
          bad={wrong === 'words'}
          onChange={text => put({ words: text })}
        />
      </Field>
      {!form.danger && <UrgentWords judged={judged} form={form} onCalm={() => put({ calmed: judged.call })} />}
      <Where form={form} change={put} wrong={wrong === 'place' ? wrongWords(wrong, form) : undefined} />
      <ForWhom form={form} change={put} lacks={wrong} />
      {fromPlate && <View className="hint">{words.platePlace}</View>}
      {form.place && !form.place.communityId && <Nearby place={form.place} onJoined={joined} />}
      <View className="dock">
        <Button words={urgent ? words.sendUrgent : words.send} icon="send" kind="main" onTap={send} />
      </View>
    </>
  )
}
