import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import type { Person } from '@huiyin/shared/people/person.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../core/components/button.tsx'
import { Choices } from '../../../core/components/choices.tsx'
import { useNow } from '../../../core/components/deadline.tsx'
import { Empty } from '../../../core/components/empty.tsx'
import { ErrorView } from '../../../core/components/error-view.tsx'
import { Skeleton } from '../../../core/components/skeleton.tsx'
import { lawPostsOf } from '../../../core/me.ts'
import { useCall } from '../../../core/query.tsx'
import { ExportRecord } from '../../components/export-record.tsx'
import { OfficePage } from '../../components/office-page.tsx'
import { PlaceSheet } from '../../components/place-sheet.tsx'
import { coverageState, VillageBar } from '../../components/village-bar.tsx'
import { officeWords } from '../../office-words.ts'
import { today } from '../../when.ts'

const words = officeWords.coverage
const order = ['none', 'short', 'enough']

/** The month `by` months later; YYYY-MM. */
const monthAfter = (month: string, by: number) => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

const Villages = ({ township, month }: { township: string; month: string }) => {
  const { data, error, refetch } = useCall(officeRoutes.listCoverage, { township, month })
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
      {worstFirst.map(it => (
        <VillageBar key={it.communityId} it={it} month={month} />
      ))}
    </>
  )
}

const Month = ({ township }: { township: string }) => {
  const current = today(useNow()).slice(0, 7)
  const [month, setMonth] = useState(current)
  const [adding, setAdding] = useState(false)
  const [year = '', number = ''] = month.split('-')
  return (
    <>
      <View className="heading">{words.month(year, number)}</View>
      <View className="acts">
        <Button words={words.before} kind="quiet" onTap={() => setMonth(monthAfter(month, -1))} />
        {month < current && <Button words={words.after} kind="quiet" onTap={() => setMonth(monthAfter(month, 1))} />}
      </View>
      <View className="hint">{words.hint}</View>
      <ExportRecord township={township} month={month} />
      <Villages key={month} township={township} month={month} />
      <Button words={officeWords.places.add} icon="pin" onTap={() => setAdding(true)} />
      {adding && <PlaceSheet township={township} onClose={() => setAdding(false)} />}
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
      {township && <Month key={township} township={township} />}
    </>
  )
}

/** Which village had how much of its lawyer this month; who had nothing stands first. */
export default function CoveragePage() {
  return <OfficePage post="justice">{me => <Coverages me={me} />}</OfficePage>
}
