import type { Area, AreaLevel } from '@huiyin/shared/grids/area.ts'
import { gridRoutes } from '@huiyin/shared/grids/grid-routes.ts'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Cell } from '@/core/components/cell.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { useCall } from '@/core/query.tsx'
import { gridWords } from '../words.ts'

type Props = {
  /** The level at which a tap chooses instead of going deeper. */
  level: AreaLevel
  /** Where to begin; the top when absent. */
  from?: string | undefined
  onChoose: (area: Area, label: string) => unknown
}

/** `asked`: she chose it; the others were the only one there was. */
type Passed = { area: Area; asked: boolean }

const namesOf = (passed: Passed[]) => passed.filter(it => it.asked).map(it => it.area.name)

const usePath = ({ level, from }: Props) => {
  const [path, setPath] = useState<Passed[]>([])
  const answer = useCall(gridRoutes.listAreas, { parent: path[path.length - 1]?.area.id ?? from })
  const areas = answer.data?.items
  const only = areas?.length === 1 && areas[0]?.level !== level ? areas[0] : undefined
  // One district, one township: nothing to choose, so nobody is asked.
  useEffect(() => {
    if (only)
      setPath(known => (known.some(it => it.area.id === only.id) ? known : [...known, { area: only, asked: false }]))
  }, [only])
  const deeper = (area: Area) => setPath([...path, { area, asked: true }])
  const back = () => setPath(path.slice(0, path.map(it => it.asked).lastIndexOf(true)))
  return { answer, areas: only ? undefined : areas, names: namesOf(path), deeper, back }
}

const NothingHere = () => (
  <View className="empty">
    <View>{gridWords.empty}</View>
    <View className="soft">{gridWords.emptyHint}</View>
  </View>
)

/** Village, grid, building: one tap each, nothing to type. */
export const AreaPicker = (props: Props) => {
  const { answer, areas, names, deeper, back } = usePath(props)
  const tapped = (area: Area) =>
    area.level === props.level ? props.onChoose(area, [...names, area.name].join(' ')) : deeper(area)
  return (
    <View className="stack">
      <View className="soft">
        {names.join(' · ')} {areas?.[0] && gridWords.choose[areas[0].level]}
      </View>
      {names.length > 0 && <Button words={gridWords.back} icon="undo" kind="quiet" onTap={back} />}
      {!areas && (answer.error ? <ErrorView failed={answer.error} onAgain={answer.refetch} /> : <Skeleton cards={2} />)}
      {areas?.length === 0 && <NothingHere />}
      {areas && areas.length > 0 && (
        <View className="card list">
          {areas.map((area, index) => (
            <Cell key={area.id} title={area.name} first={index === 0} onTap={() => tapped(area)} />
          ))}
        </View>
      )}
    </View>
  )
}
