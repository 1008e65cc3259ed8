import type { TownshipAdviser } from '@huiyin/shared/consultations/office-desk.ts'
import { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { useCall } from '@/core/query.tsx'
import { townshipWords } from '../township-words.ts'
import { LeaveList } from './leave-list.tsx'
import { LeaveSheet } from './leave-sheet.tsx'

const words = townshipWords.advisers

type OneProps = { it: TownshipAdviser; onEnter: () => void; onChanged: () => unknown }

const One = ({ it: { name, firm, villages, leaves }, onEnter, onChanged }: OneProps) => (
  <View className="card stack">
    <Text className="strong">{name}</Text>
    {firm && <Text className="small soft">{firm}</Text>}
    <Text className="small soft">{words.villages(villages)}</Text>
    <LeaveList leaves={leaves} onChanged={onChanged} />
    <Button words={words.enter} icon="leave" label={words.enterSpoken(name)} onTap={onEnter} />
  </View>
)

/** The township's lawyers, and when each is away: who lies ill cannot enter it himself. */
export const AdvisersSheet = ({ township, onClose }: { township: string; onClose: () => void }) => {
  const { data, error, refetch } = useCall(townshipRoutes.listTownshipAdvisers, { township })
  const [of, setOf] = useState<TownshipAdviser>()
  if (of) return <LeaveSheet of={of} onDone={refetch} onClose={() => setOf(undefined)} />
  return (
    <Sheet title={words.title} onClose={onClose}>
      {!data && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={2} />)}
      {data && <View className="hint">{data.items.length > 0 ? words.hint : words.empty}</View>}
      {data?.items.map(it => (
        <One key={it.id} it={it} onEnter={() => setOf(it)} onChanged={refetch} />
      ))}
    </Sheet>
  )
}
