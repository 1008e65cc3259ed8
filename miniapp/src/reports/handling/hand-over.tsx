import type { Area } from '@huiyin/shared/grids/area.ts'
import { personRoutes } from '@huiyin/shared/people/person-routes.ts'
import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Cell } from '@/core/components/cell.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { platform } from '@/core/device/platform.ts'
import { desksOf, useMe } from '@/core/me.ts'
import { useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { AreaPicker } from '@/grids/components/area-picker.tsx'
import { staffWords } from '../staff-words.ts'
import { ActSheet } from './act-sheet.tsx'

type Props = { report: Report; onDone: () => unknown; onClose: () => void }

/** 派单: which partner unit goes there. */
export const Dispatch = ({ report, onDone, onClose }: Props) => {
  const { data, error, refetch } = useCall(personRoutes.listUnits, {})
  const words = staffWords.acts.dispatch
  const send = async (unitId: string) => {
    await call(reportRoutes.dispatchReport, { id: report.id, eventId: await platform.newId(), unitId })
    say(words.done)
    onClose()
    await onDone()
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="hint">{words.hint}</View>
      {!data && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={2} />)}
      {data && (
        <View className="card list">
          {data.items.map((unit, index) => (
            <Cell
              key={unit.id}
              first={index === 0}
              icon="van"
              title={unit.name}
              hint={unit.work}
              onTap={() => send(unit.id)}
            />
          ))}
        </View>
      )}
    </Sheet>
  )
}

/** 裁定: the grid is chosen, now the reason; it goes into the history for everybody. */
const Ruling = ({ report, area, onDone, onClose }: Props & { area: Area }) => {
  const { why, whyHint, phrases } = staffWords.acts.ruling
  return (
    <ActSheet
      draftKind={`ruling.${report.id}`}
      title={why(area.name)}
      hint={whyHint}
      phrases={phrases}
      text="must"
      most={200}
      onClose={onClose}
      onSend={async (eventId, form) => {
        await call(reportRoutes.assignReport, { id: report.id, eventId, gridId: area.id, words: form.words })
        say(staffWords.acts.assign.done)
        await onDone()
      }}
    />
  )
}

/** 指派: which grid handles it; the choice begins at the area of one's own post. A ruling asks for the reason too. */
export const Assign = ({ report, onDone, onClose }: Props) => {
  const me = useMe().data
  const post = desksOf(me).find(it => it.role !== 'worker' && it.role !== 'partner')
  const [ruled, setRuled] = useState<Area>()
  const words = report.ruling ? staffWords.acts.ruling : staffWords.acts.assign
  const send = async (gridId: string) => {
    await call(reportRoutes.assignReport, { id: report.id, eventId: await platform.newId(), gridId })
    say(staffWords.acts.assign.done)
    onClose()
    await onDone()
  }
  if (ruled) return <Ruling report={report} area={ruled} onDone={onDone} onClose={onClose} />
  return (
    <Sheet title={words.title} onClose={onClose}>
      <View className="hint">{words.hint}</View>
      {me && (
        <AreaPicker
          level="grid"
          from={post?.areaId}
          onChoose={area => (report.ruling ? setRuled(area) : send(area.id))}
        />
      )}
    </Sheet>
  )
}
