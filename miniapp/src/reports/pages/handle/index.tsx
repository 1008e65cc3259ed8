import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { Text, View } from '@tarojs/components'
import { useEffect } from 'react'
import { asPage } from '@/core/components/as-page.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { useParams } from '@/core/go-to.ts'
import { readPermits } from '@/core/permits.ts'
import { PhotoGrid } from '@/core/photos/photo-grid.tsx'
import { useCall, useRefresh } from '@/core/query.tsx'
import { useAnswered } from '@/core/use-answered.ts'
import { Looked } from '@/reports/closing/looked.tsx'
import { Recurrence } from '@/reports/closing/recurrence.tsx'
import { Happened } from '@/reports/components/happened.tsx'
import { InHand } from '@/reports/components/in-hand.tsx'
import { MatterHead } from '@/reports/components/matter-head.tsx'
import { Mended } from '@/reports/components/mended.tsx'
import { Reveal } from '@/reports/handling/reveal.tsx'
import { StaffActs } from '@/reports/handling/staff-acts.tsx'
import { ToldStaff } from '@/reports/handling/told-staff.tsx'
import { PublishLink } from '@/reports/publishing/publish-link.tsx'
import { staffWords } from '@/reports/staff-words.ts'
import '@/reports/reports.css'

const words = staffWords.handle

const Reported = ({ report, onDone }: { report: Report; onDone: () => unknown }) => (
  <View className="card stack">
    {report.words && <View className="quote">{report.words}</View>}
    {report.after.length > 0 ? (
      <Mended report={report} />
    ) : (
      report.before.length > 0 && <PhotoGrid photos={report.before} />
    )}
    <Reveal report={report} onDone={onDone} />
    {report.joiners > 0 && <View className="small soft">{words.joiners(report.joiners)}</View>}
  </View>
)

const Owner = ({ report }: { report: Report }) => (
  <View className="card">
    <View>
      <Text className="soft">{words.owner} </Text>
      <Text className="strong">
        {report.owner.title} {report.owner.name}
      </Text>
    </View>
    <InHand report={report} />
    {report.unitName && <View>{words.unit(report.unitName)}</View>}
  </View>
)

const Log = ({ report }: { report: Report }) => (
  <View className="card">
    <View className="heading">{words.history}</View>
    {[...report.history].reverse().map((step, index) => (
      <View key={step.seq} className={index === 0 ? 'entry first' : 'entry'}>
        <Happened step={step} photos={step.event !== 'file' && step.event !== 'resolve'} />
      </View>
    ))}
  </View>
)

export default asPage(function HandleReportPage() {
  const id = useParams(reportPages.handle).id ?? ''
  const { data: report, error, refetch } = useCall(reportRoutes.getReport, { id }, { every: 8_000 })
  const refresh = useRefresh()
  useEffect(() => void readPermits(), [])
  useAnswered(report?.id)
  const done = async () => {
    refresh(reportRoutes.listDesk, reportRoutes.countDesk, reportRoutes.listVisits)
    await refetch()
  }
  const lead = <Text className="small soft grow">{staffWords.onlyStaff}</Text>
  if (!report) return <Page lead={lead}>{error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />}</Page>
  return (
    <Page lead={lead}>
      <MatterHead report={report} staff />
      <Recurrence report={report} />
      <Reported report={report} onDone={done} />
      <Owner report={report} />
      <Log report={report} />
      <ToldStaff id={id} />
      <PublishLink report={report} />
      <StaffActs report={report} onDone={done} />
      <Looked report={report} onDone={done} />
    </Page>
  )
})
