import type { Area, AreaLevel } from '@huiyin/shared/grids/area.ts'
import { gridRoutes } from '@huiyin/shared/grids/grid-routes.ts'
import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { useMe } from '@/core/me.ts'
import { useCall } from '@/core/query.tsx'
import { useKeptVillage } from '../use-kept-village.ts'
import { gridWords } from '../words.ts'
import { type Listed, NamedAreas } from './named-areas.tsx'

type Props = {
  /** The level at which a tap chooses instead of going deeper. */
  level: AreaLevel
  /** Where to begin; the top when absent. */
  from?: string | undefined
  onChoose: (area: Area, label: string) => unknown
  /** She may also write where it is, in a village that she has chosen. */
  onTyped?: ((village: Area, typed: string) => unknown) | undefined
  /** Other ways to say it, before she has begun here. */
  top?: ReactNode
}

/** `asked`: she chose it; the others were the only one there was. */
type Passed = { area: Area; asked: boolean }

const namesOf = (passed: Passed[]) => passed.filter(it => it.asked).map(it => it.area.name)

/** Nobody knows the number of her grid: below a village come its buildings, where a building is wanted. */
const below = (last: Area | undefined, { level, from }: Props) =>
  level === 'building' && last?.level === 'community'
    ? ({ parent: last.id, level: 'building' } as const)
    : { parent: last?.id ?? from }

/** Her own village stands before the others. */
const useOwnFirst = (areas: Listed[] | undefined) => {
  const own = useMe().data?.home?.communityId
  return areas?.some(it => it.id === own)
    ? [...areas.filter(it => it.id === own), ...areas.filter(it => it.id !== own)]
    : areas
}

const usePath = (props: Props) => {
  const [path, setPath] = useState<Passed[]>([])
  const kept = useKeptVillage()
  const begin = props.level === 'building' && !props.from ? kept : undefined
  useEffect(() => {
    if (begin) setPath(known => (known.some(it => it.asked) ? known : [{ area: begin, asked: true }]))
  }, [begin])
  const last = path[path.length - 1]?.area
  const answer = useCall(gridRoutes.listAreas, below(last, props))
  const areas = useOwnFirst(answer.data?.items)
  const only = areas?.length === 1 && areas[0]?.level !== props.level ? areas[0] : undefined
  // One district, one township: nothing to choose, so nobody is asked.
  useEffect(() => {
    if (only)
      setPath(known => (known.some(it => it.area.id === only.id) ? known : [...known, { area: only, asked: false }]))
  }, [only])
  const deeper = (area: Area) => setPath([...path, { area, asked: true }])
  const back = () => setPath(path.slice(0, path.map(it => it.asked).lastIndexOf(true)))
  const village = props.level === 'building' && last?.level === 'community' ? last : undefined
  return { answer, areas: only ? undefined : areas, names: namesOf(path), village, deeper, back }
}

const NothingHere = () => (
  <View className="empty">
    <View>{gridWords.empty}</View>
    <View className="soft">{gridWords.emptyHint}</View>
  </View>
)

/** Village and building: one tap each; or the village, and a few words. */
export const AreaPicker = (props: Props) => {
  const { answer, areas, names, village, deeper, back } = usePath(props)
  const { level, onChoose, onTyped, top } = props
  const tapped = (area: Area) => (area.level === level ? onChoose(area, [...names, area.name].join(' ')) : deeper(area))
  const what = village && onTyped ? gridWords.chooseOrType : areas?.[0] && gridWords.choose[areas[0].level]
  return (
    <View className="stack">
      {names.length === 0 && top}
      <View className="soft">
        {names.join(' · ')} {what}
      </View>
      {names.length > 0 && <Button words={gridWords.back} icon="undo" kind="quiet" onTap={back} />}
      {!areas && (answer.error ? <ErrorView failed={answer.error} onAgain={answer.refetch} /> : <Skeleton cards={2} />)}
      {areas?.length === 0 && !(village && onTyped) && <NothingHere />}
      {areas && (
        <NamedAreas
          key={village?.id}
          areas={areas}
          onTap={tapped}
          onTyped={village && onTyped && (typed => onTyped(village, typed))}
          searched={village !== undefined}
        />
      )}
    </View>
  )
}
