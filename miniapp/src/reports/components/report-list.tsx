import type { ReportCard as Card } from '@huiyin/shared/reports/report-card.ts'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import type { Turn } from '@/core/query.tsx'
import { ReportCard } from './report-card.tsx'

type Asked = {
  items: Card[] | undefined
  error: unknown
  refetch: () => unknown
  turn: Turn
}

/** Matters with everything a list can be: coming, failed, empty, long. */
export const ReportList = ({ asked, staff, empty }: { asked: Asked; staff?: boolean; empty: ReactNode }) => {
  const { items, error, turn, refetch } = asked
  if (!items) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  if (items.length === 0) return <>{empty}</>
  return (
    <View className="stack">
      {items.map(card => (
        <ReportCard key={card.id} card={card} staff={staff} />
      ))}
      <TurnPage turn={turn} />
    </View>
  )
}
