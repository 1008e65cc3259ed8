import { adviserRoutes } from '@huiyin/shared/questions/adviser-routes.ts'
import { View } from '@tarojs/components'
import { Cell } from '@/core/components/cell.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { platform } from '@/core/device/platform.ts'
import { useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { townshipWords } from './township-words.ts'

const words = townshipWords.desk

type Props = { id: string; township: string; onDone: () => unknown; onClose: () => void }

/** 指派: which adviser is to answer. Who has little in hand is easily seen. */
export const AssignSheet = ({ id, township, onDone, onClose }: Props) => {
  const { data, error, refetch } = useCall(adviserRoutes.listAdvisers, { township })
  const assign = async (adviserId: string) => {
    await call(adviserRoutes.assignQuestion, { id, eventId: await platform.newId(), adviserId })
    say(words.assigned)
    onClose()
    await onDone()
  }
  return (
    <Sheet title={words.assignTitle} onClose={onClose}>
      <View className="hint">{words.assignHint}</View>
      {!data && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={2} />)}
      {data?.items.length === 0 && <Empty drawing="quiet" title={words.noAdvisers} hint={words.noAdvisersHint} />}
      {data && data.items.length > 0 && (
        <View className="card list">
          {data.items.map((it, index) => (
            <Cell
              key={it.id}
              first={index === 0}
              icon="person"
              title={`${it.title} ${it.name}`}
              hint={words.advises(it.firm, it.villages)}
              end={words.holding(it.holding)}
              onTap={() => assign(it.id)}
            />
          ))}
        </View>
      )}
    </Sheet>
  )
}
