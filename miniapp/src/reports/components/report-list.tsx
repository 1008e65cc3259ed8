import type { ReportCard as Card } from '@huiyin/shared/reports/report-card.ts'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '@/core/components/button.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { coreWords } from '@/core/words.ts'
import { ReportCard } from './report-card.tsx'

type Asked = {
  items: Card[] | undefined
  error: unknown
  hasNextPage: boolean
  refetch: () => unknown
  fetchNextPage: () => unknown
}

/** Matters with everything a list can be: coming, failed, empty, long. */
export const ReportList = ({ asked, staff, empty }: { asked: Asked; staff?: boolean; empty: ReactNode }) => {
  const { items, error, hasNextPage, refetch, fetchNextPage } = asked
  if (!items) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton />
  if (items.length === 0) return <>{empty}</>
  return (
    <View className="stack">
      {items.map(card => (
        <ReportCard key={card.id} card={card} staff={staff} />
      ))}
      {hasNextPage && <Button words={coreWords.more} kind="quiet" onTap={() => fetchNextPage()} />}
    </View>
  )
}
