import { monthAfter } from '@huiyin/shared/consultations/days.ts'
import type { Coverage } from '@huiyin/shared/consultations/office-desk.ts'
import { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import type { Person } from '@huiyin/shared/people/person.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { AdvisersSheet } from '@/consultations/offering/advisers-sheet.tsx'
import { CalendarCard } from '@/consultations/offering/calendar-card.tsx'
import { PlacesSheet } from '@/consultations/offering/places-sheet.tsx'
import { Months } from '@/consultations/office/months.tsx'
import { OfficePage } from '@/consultations/office/office-page.tsx'
import { type CoverageState, coverageState, VillageBar } from '@/consultations/office/village-bar.tsx'
import { officeWords } from '@/consultations/office-words.ts'
import { ExportRecord } from '@/consultations/record/export-record.tsx'
import { townshipWords } from '@/consultations/township-words.ts'
import { today } from '@/consultations/when.ts'
import { asPage } from '@/core/components/as-page.tsx'
import { Button } from '@/core/components/button.tsx'
import { Cell } from '@/core/components/cell.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Choices } from '@/core/fields/choices.tsx'
import { lawPostsOf } from '@/core/me.ts'
import { useCall } from '@/core/query.tsx'

const words = townshipWords.coverage
const order = ['none', 'short', 'enough']

const summaryOf = (items: Coverage[]) => {
  const count = (state: CoverageState) => items.filter(it => coverageState(it) === state).length
  return words.summary(items.length, count('none'), count('short'), count('enough'))
}

const Villages = ({ township, month }: { township: string; month: string }) => {
  const { data, error, refetch } = useCall(townshipRoutes.listCoverage, { township, month })
  if (!data) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  if (data.items.length === 0)
    return (
      <Empty
        drawing="quiet"
        title={words.empty}
        hint={words.emptyHint}
        action={{ words: officeWords.refresh, onTap: refetch }}
      />
    )
  const worstFirst = [...data.items].sort((a, b) => order.indexOf(coverageState(a)) - order.indexOf(coverageState(b)))
  return (
    <>
      <View className="strong">{summaryOf(data.items)}</View>
      <View className="hint">{words.hint}</View>
      <ExportRecord township={township} month={month} />
      {worstFirst.map(it => (
        <VillageBar key={it.communityId} it={it} month={month} />
      ))}
    </>
  )
}

const Month = ({ township }: { township: string }) => {
  const current = today(useNow()).slice(0, 7)
  const [month, setMonth] = useState(current)
  const [year = '', number = ''] = month.split('-')
  return (
    <>
      <View className="heading">{words.month(year, number)}</View>
      <View className="acts">
        <Button words={words.before} kind="quiet" onTap={() => setMonth(monthAfter(month, -1))} />
        {month < current && <Button words={words.after} kind="quiet" onTap={() => setMonth(monthAfter(month, 1))} />}
      </View>
      <Villages key={month} township={township} month={month} />
    </>
  )
}

const calendarOf = ({ communityId, village }: Coverage) => ({ id: communityId, name: village })

/** What the office looks after: lawyers, places, the villages' calendars. */
const Care = ({ township }: { township: string }) => {
  const month = today(useNow()).slice(0, 7)
  const { data } = useCall(townshipRoutes.listCoverage, { township, month })
  const [open, setOpen] = useState<'advisers' | 'places'>()
  const close = () => setOpen(undefined)
  const { advisers, places } = townshipWords
  return (
    <>
      <View className="card list">
        <Cell first icon="leave" title={advisers.title} hint={advisers.cell} onTap={() => setOpen('advisers')} />
        <Cell icon="pin" title={places.title} hint={places.cell} onTap={() => setOpen('places')} />
      </View>
      {data && data.items.length > 0 && <CalendarCard villages={data.items.map(calendarOf)} />}
      {open === 'advisers' && <AdvisersSheet township={township} onClose={close} />}
      {open === 'places' && <PlacesSheet township={township} onClose={close} />}
    </>
  )
}

const views = { month: Month, half: Months, care: Care }
type ViewName = keyof typeof views
const viewNames = Object.keys(views) as ViewName[]

const Township = ({ township }: { township: string }) => {
  const [view, setView] = useState<ViewName>('month')
  const Shown = views[view]
  const choices = viewNames.map(name => ({
    key: name,
    words: words.views[name],
    on: name === view,
    onTap: () => setView(name),
  }))
  return (
    <>
      <Choices choices={choices} />
      <Shown township={township} />
    </>
  )
}

const Coverages = ({ me }: { me: Person }) => {
  const posts = lawPostsOf(me).filter(post => post.role === 'justice')
  const [township, setTownship] = useState(posts[0]?.areaId)
  const choices = posts.map(({ areaId, areaName }) => ({
    key: areaId,
    words: areaName,
    on: areaId === township,
    onTap: () => setTownship(areaId),
  }))
  return (
    <>
      {posts.length > 1 && <Choices choices={choices} />}
      {township && <Township key={township} township={township} />}
    </>
  )
}

/** Which village had how much of its lawyer this month; who had nothing stands first. */
export default asPage(function CoveragePage() {
  return <OfficePage post="justice">{me => <Coverages me={me} />}</OfficePage>
})
