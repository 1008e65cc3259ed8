import type { Visit } from '@huiyin/shared/reports/report-card.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { AllDone } from '@/core/components/all-done.tsx'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Deadline, useNow } from '@/core/components/deadline.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { goHome, goTo, useParams } from '@/core/go-to.ts'
import { deskOf, useMe } from '@/core/me.ts'
import { useList } from '@/core/query.tsx'
import { dayAndTime } from '@/core/time.ts'
import { cardWords } from '@/reports/card-words.ts'
import { staffWords } from '@/reports/staff-words.ts'
import { RecordVisit } from '@/reports/visiting/record-visit.tsx'
import '@/reports/reports.css'

const words = staffWords.visits

const One = ({ visit, onRecord }: { visit: Visit; onRecord: () => void }) => {
  const now = useNow()
  const see = () => goTo(reportPages.handle, { id: visit.reportId })
  return (
    <View className="card stack">
      <View className="row wrap apart">
        <Text className="strong">{reportKinds[visit.kind].name}</Text>
        <Text className="small soft">{cardWords.number(visit.number)}</Text>
      </View>
      <View className="small soft">{visit.place}</View>
      <View className="small soft">{words.closed(dayAndTime(visit.closedAt, now))}</View>
      <Deadline what={words.due} dueAt={visit.dueAt} late={visit.late} short />
      <View className="acts">
        <Button words={words.see} icon="eye" onTap={see} />
        <Button words={staffWords.acts.visit.verb} icon="phone" onTap={onRecord} />
      </View>
    </View>
  )
}

const Visits = ({ desk }: { desk: string }) => {
  const { items, error, turn, refetch } = useList(reportRoutes.listVisits, { desk }, { every: 15_000 })
  const [recording, setRecording] = useState<string>()
  if (!items) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  return (
    <View className="stack">
      {items.length === 0 && (
        <AllDone
          title={words.empty}
          hint={words.emptyHint}
          action={{ words: staffWords.desk.refresh, onTap: refetch }}
        />
      )}
      {items.map(visit => (
        <One key={visit.id} visit={visit} onRecord={() => setRecording(visit.reportId)} />
      ))}
      <TurnPage turn={turn} />
      {recording && (
        <RecordVisit key={recording} reportId={recording} onDone={refetch} onClose={() => setRecording(undefined)} />
      )}
    </View>
  )
}

export default asPage(function VisitsPage() {
  const me = useMe()
  const asked = useParams(reportPages.visits).desk
  const office = me.data?.posts.find(post => post.role === 'officer' && (!asked || deskOf(post) === asked))
  return (
    <Page lead={<Text className="small soft grow">{staffWords.onlyStaff}</Text>}>
      {!me.data && (me.error ? <ErrorView failed={me.error} onAgain={me.refetch} /> : <Skeleton />)}
      {me.data && !office && (
        <Empty
          drawing="door"
          title={staffWords.desk.noDesk}
          hint={staffWords.desk.noDeskHint}
          action={{ words: staffWords.desk.home, onTap: goHome }}
        />
      )}
      {office && <Visits desk={deskOf(office)} />}
    </Page>
  )
})
