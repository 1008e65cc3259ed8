import type { DutyPhone } from '@huiyin/shared/alerts/told.ts'
import type { HistoryStep, Report } from '@huiyin/shared/reports/report.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { ReadAloud } from '@/core/aloud/read-aloud.tsx'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Timeline } from '@/core/components/timeline.tsx'
import { platform } from '@/core/device/platform.ts'
import { useParams } from '@/core/go-to.ts'
import { PhotoGrid } from '@/core/photos/photo-grid.tsx'
import { useCall, useRefresh } from '@/core/query.tsx'
import { dayAndTime } from '@/core/time.ts'
import { useAnswered } from '@/core/use-answered.ts'
import { Still } from '@/reports/closing/still.tsx'
import { Verdict } from '@/reports/closing/verdict.tsx'
import { Happened, told } from '@/reports/components/happened.tsx'
import { InHand } from '@/reports/components/in-hand.tsx'
import { MatterHead } from '@/reports/components/matter-head.tsx'
import { Mended } from '@/reports/components/mended.tsx'
import { FileOwn } from '@/reports/filing/file-own.tsx'
import { Withdraw } from '@/reports/filing/withdraw.tsx'
import { rounds, stepsOf } from '@/reports/five-steps.ts'
import { AddNote } from '@/reports/handling/add-note.tsx'
import { stateLabel } from '@/reports/labels.ts'
import { ConsentCard } from '@/reports/publishing/consent-card.tsx'
import { reportWords } from '@/reports/words.ts'
import '@/reports/reports.css'

const words = reportWords.show

const Progress = ({ report }: { report: Report }) => (
  <View className="card stack">
    <View className="heading">{words.progress}</View>
    <Timeline
      steps={stepsOf(report).map(step => ({
        ...step,
        inside: step.happened.map(it => <Happened key={it.seq} step={it} photos={it.event === 'note'} />),
      }))}
    />
  </View>
)

const Earlier = ({ steps }: { steps: HistoryStep[] }) => {
  const [open, setOpen] = useState(false)
  if (steps.length === 0) return null
  if (!open) return <Button words={words.showEarlier} kind="quiet" onTap={() => setOpen(true)} />
  return (
    <View className="card stack">
      <View className="heading">{words.earlier}</View>
      {steps.map(step => (
        <Happened key={step.seq} step={step} />
      ))}
    </View>
  )
}

const Responsible = ({ report }: { report: Report }) => {
  const now = useNow()
  return (
    <View className="card stack">
      <View className="small soft">{words.who}</View>
      <View className="row">
        <Icon name="person" />
        <Text className="grow strong">
          {report.owner.title} {report.owner.name}
        </Text>
      </View>
      <InHand report={report} />
      {report.unitName && <View>{words.unit(report.unitName)}</View>}
      {report.dueAt && <View className="small soft">{words.promise(dayAndTime(report.resolveBy, now))}</View>}
      {report.joiners > 0 && <View className="small soft">{words.joiners(report.joiners)}</View>}
      {report.callPhone && <CallOffice phone={report.callPhone} />}
    </View>
  )
}

/** Whom she rings about it, and whose number that is. */
const CallOffice = ({ phone: { title, phone } }: { phone: DutyPhone }) => (
  <>
    <Button words={words.call} icon="phone" onTap={() => platform.telephone(phone)} />
    <View className="small soft">{words.whose(title, phone)}</View>
  </>
)

const Said = ({ report }: { report: Report }) => (
  <View className="card stack">
    {report.after.length > 0 ? (
      <>
        <View className="heading">{words.compare}</View>
        <Mended report={report} />
      </>
    ) : (
      report.before.length > 0 && <PhotoGrid photos={report.before} />
    )}
    {report.words && (
      <View>
        <View className="small soft">{words.words}</View>
        <View className="quote">{report.words}</View>
      </View>
    )}
  </View>
)

const AccessLog = ({ looks }: { looks: Report['looks'] }) => {
  const now = useNow()
  if (looks.length === 0) return null
  return (
    <View className="card stack">
      <View className="heading">{words.looks}</View>
      {looks.map(look => (
        <View key={look.at} className="small">
          {look.by}，{look.reason}，{dayAndTime(look.at, now)}
        </View>
      ))}
    </View>
  )
}

/** The page as it is read aloud: what and where, how it stands, what was said, and what has happened. */
const Aloud = ({ report }: { report: Report }) => {
  const now = useNow()
  const happened = rounds(report.history).current.map(
    step => `${step.by} ${told(step)}，${dayAndTime(step.at, now)}。${step.words ?? ''}`,
  )
  const { name } = reportKinds[report.kind]
  const promise = report.dueAt && words.promise(dayAndTime(report.resolveBy, now))
  const owner = `${words.who}：${report.owner.title} ${report.owner.name}`
  const sentences = [
    `${name}。${report.place}`,
    stateLabel(report.state).words,
    report.words,
    ...happened,
    owner,
    promise,
  ]
  return <ReadAloud sentences={sentences} />
}

export default asPage(function ShowReportPage() {
  const id = useParams(reportPages.show).id ?? ''
  const { data: report, error, refetch } = useCall(reportRoutes.getReport, { id }, { every: 8_000 })
  const refresh = useRefresh()
  useAnswered(report?.id)
  const done = async () => {
    refresh(reportRoutes.listMyReports)
    await refetch()
  }
  if (!report) return <Page>{error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />}</Page>
  const said = report.words || report.before.length > 0
  return (
    <Page>
      <MatterHead report={report} />
      <Aloud report={report} />
      <FileOwn report={report} />
      {report.after.length > 0 && <Said report={report} />}
      <Progress report={report} />
      <Responsible report={report} />
      {report.after.length === 0 && said && <Said report={report} />}
      <Earlier steps={rounds(report.history).earlier} />
      {report.mine && <AccessLog looks={report.looks} />}
      <ConsentCard report={report} />
      <View className="acts">
        <AddNote report={report} onDone={done} />
        <Withdraw report={report} onDone={done} />
      </View>
      {report.asksStill ? <Still report={report} onDone={done} /> : <Verdict report={report} onDone={done} />}
    </Page>
  )
})
