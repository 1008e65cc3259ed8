import { type Area, placeNameMost } from '@huiyin/shared/grids/area.ts'
import { couldMean } from '@huiyin/shared/grids/place-name.ts'
import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Cell } from '@/core/components/cell.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { gridWords } from '../words.ts'

/** `under`: the grid of a building, where the list goes over several. */
export type Listed = Area & { under?: string | undefined }

type Props = {
  areas: readonly Listed[]
  onTap: (area: Area) => unknown
  /** Whether she can write a few letters to find one; `onTyped`: or to say where it is. */
  searched: boolean
  onTyped?: ((typed: string) => unknown) | undefined
}

/** So many stand there at once; a few letters find the others. */
const most = 40
/** So many are found by looking. */
const few = 8

const Box = ({
  typed,
  label,
  example,
  onType,
}: {
  typed: string
  label: string
  example: string
  onType: (typed: string) => void
}) => (
  <View className="box">
    <Input
      className="line-input"
      value={typed}
      maxlength={placeNameMost}
      placeholder={example}
      placeholderClass="placeholder"
      onInput={event => onType(event.detail.value)}
      {...spoken({ label })}
    />
  </View>
)

/** Two buildings of one name are told apart by what else they lie in. */
const hintOf = (area: Listed, areas: readonly Listed[]) =>
  areas.some(it => it.id !== area.id && it.name === area.name) ? area.under : undefined

/** The areas to choose from; in a village, found by a few letters, and what she wrote as it is. */
export const NamedAreas = ({ areas, onTap, searched, onTyped }: Props) => {
  const [typed, setTyped] = useState('')
  const words = typed.trim()
  const found = words ? areas.filter(it => couldMean(words, it.name)) : areas
  return (
    <>
      {onTyped && <Box typed={typed} label={gridWords.type} example={gridWords.typeExample} onType={setTyped} />}
      {!onTyped && searched && areas.length > few && (
        <Box typed={typed} label={gridWords.find} example={gridWords.find} onType={setTyped} />
      )}
      {onTyped && words && (
        <Button words={gridWords.typed(words)} icon="check" kind="main" onTap={() => onTyped(words)} />
      )}
      {onTyped && <View className="hint">{gridWords.typeHint}</View>}
      {!onTyped && words && found.length === 0 && <View className="hint">{gridWords.notFound}</View>}
      {found.length > 0 && (
        <View className="card list">
          {found.slice(0, most).map((area, index) => (
            <Cell
              key={area.id}
              title={area.name}
              hint={hintOf(area, areas)}
              first={index === 0}
              onTap={() => onTap(area)}
            />
          ))}
        </View>
      )}
      {found.length > most && <View className="hint">{gridWords.more(found.length - most)}</View>}
    </>
  )
}
