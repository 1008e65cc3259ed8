import type { Posting } from '@huiyin/shared/people/person.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { AllDone } from '@/core/components/all-done.tsx'
import { asPage } from '@/core/components/as-page.tsx'
import { Cell } from '@/core/components/cell.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Choices } from '@/core/fields/choices.tsx'
import { goHome, goTo, useParams } from '@/core/go-to.ts'
import { deskOf, desksOf, useMe } from '@/core/me.ts'
import { readPermits } from '@/core/permits.ts'
import { useCall, useList } from '@/core/query.tsx'
import { ReportList } from '@/reports/components/report-list.tsx'
import { Calls } from '@/reports/handling/calls.tsx'
import { Employee } from '@/reports/handling/employee.tsx'
import { TopUp } from '@/reports/handling/top-up.tsx'
import { staffWords } from '@/reports/staff-words.ts'
import '@/reports/reports.css'

const words = staffWords.desk
const filters = ['open', 'waiting', 'working', 'late', 'all'] as const
type Filter = (typeof filters)[number]

/** `staff`: led to the work; the chief of a building is led to the progress. */
const DeskReports = ({ desk, staff }: { desk: string; staff: boolean }) => {
  const [show, setShow] = useState<Filter>('open')
  const asked = useList(reportRoutes.listDesk, { desk, show }, { every: 5_000 })
  const { data: counts } = useCall(reportRoutes.countDesk, { desk }, { every: 5_000 })
  const named = (filter: Filter) => {
    const count = counts && filter !== 'open' && filter !== 'all' ? counts[filter] : undefined
    return count === undefined ? words.filters[filter] : `${words.filters[filter]} ${count}`
  }
  const late = show === 'late'
  const empty = (
    <AllDone
      title={late ? words.emptyLate : words.empty}
      hint={late ? words.emptyLateHint : words.emptyHint}
      action={{ words: words.refresh, onTap: asked.refetch }}
    />
  )
  return (
    <>
      <Choices
        choices={filters.map(key => ({ key, words: named(key), on: key === show, onTap: () => setShow(key) }))}
      />
      <ReportList asked={asked} staff={staff} empty={empty} />
    </>
  )
}

const VisitsLink = ({ desk }: { desk: string }) => (
  <View className="card list">
    <Cell
      first
      icon="phone"
      title={staffWords.visits.open}
      hint={staffWords.visits.openHint}
      onTap={() => goTo(reportPages.visits, { desk })}
    />
  </View>
)

const Desks = ({ desks }: { desks: Posting[] }) => {
  const asked = useParams(reportPages.desk).desk
  const [desk, setDesk] = useState(asked ?? deskOf(desks[0] as Posting))
  const choices = desks.map(post => ({
    key: deskOf(post),
    words: `${post.title} ${post.areaName}`,
    on: deskOf(post) === desk,
    onTap: () => setDesk(deskOf(post)),
  }))
  return (
    <>
      {desks.length > 1 && <Choices choices={choices} />}
      <TopUp />
      <Employee />
      {desks.some(post => deskOf(post) === desk && post.role === 'officer') && <Calls township={desk} />}
      {desks.some(post => post.role === 'officer' && deskOf(post) === desk) && <VisitsLink desk={desk} />}
      <DeskReports key={desk} desk={desk} staff={!desks.some(post => deskOf(post) === desk && post.role === 'chief')} />
    </>
  )
}

export default asPage(function DeskPage() {
  const me = useMe()
  const desks = desksOf(me.data)
  useEffect(() => void readPermits(), [])
  return (
    <Page lead={<Text className="small soft grow">{staffWords.onlyStaff}</Text>}>
      {!me.data && (me.error ? <ErrorView failed={me.error} onAgain={me.refetch} /> : <Skeleton />)}
      {me.data && desks.length === 0 && (
        <Empty
          drawing="door"
          title={words.noDesk}
          hint={words.noDeskHint}
          action={{ words: words.home, onTap: goHome }}
        />
      )}
      {desks.length > 0 && <Desks desks={desks} />}
    </Page>
  )
})
