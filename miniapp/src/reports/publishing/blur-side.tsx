import type { Rect } from '@huiyin/shared/photos/photo.ts'
import type { PublicationDesk } from '@huiyin/shared/reports/publication.ts'
import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { pictured } from '@/core/device/spoken.ts'
import { absolute } from '@/core/origin.ts'
import { BlurPicture } from './blur-picture.tsx'
import { type Corner, middleRect, movedRect, partMoves, rectBetween } from './blur-rects.ts'
import { publicationWords } from './publication-words.ts'
import '@/core/fields/choices.css'
import { tileWords } from '@/core/photos/photo-words.ts'

const words = publicationWords.publish

export type OfferedPhoto = PublicationDesk['before'][number]
/** What is going to be shown of one side. */
export type Choice = { photoId: string; rects: Rect[] }

type ChooserProps = { offered: OfferedPhoto[]; photoId: string; onChoose: (photoId: string) => void }

const Chooser = ({ offered, photoId, onChoose }: ChooserProps) => (
  <View className="filters">
    {offered.map(({ photo, check }, index) => {
      const passed = check === 'pass'
      const on = photo.id === photoId
      return (
        <Tap
          key={photo.id}
          className={`choice candidate ${on ? 'on' : ''} ${passed ? '' : 'off'}`}
          role="radio"
          checked={on}
          disabled={!passed}
          label={`${tileWords.nth(index + 1)} ${words.checks[check]}`}
          onTap={() => onChoose(photo.id)}
        >
          <Image className="candidate-image" src={absolute(photo.thumbUrl ?? '')} mode="aspectFill" {...pictured('')} />
          <Text className="candidate-words">{words.checks[check]}</Text>
        </Tap>
      )
    })}
  </View>
)

type PartProps = { rect: Rect; onChange: (rect: Rect) => void; onRemove: () => void }

const Part = ({ rect, onChange, onRemove }: PartProps) => (
  <View className="stack">
    <View className="blur-moves">
      {partMoves.map(move => (
        <Button key={move} words={words.moves[move]} kind="quiet" onTap={() => onChange(movedRect(rect, move))} />
      ))}
    </View>
    <Button words={words.remove} icon="trash" onTap={onRemove} />
  </View>
)

type PartsProps = { count: number; chosen: number | undefined; onChoose: (index: number | undefined) => void }

const Parts = ({ count, chosen, onChoose }: PartsProps) => (
  <View className="filters">
    {Array.from({ length: count }, (_, index) => (
      <Tap
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the list
        key={index}
        className={index === chosen ? 'filter on' : 'filter'}
        role="radio"
        checked={index === chosen}
        label={words.part(index + 1)}
        onTap={() => onChoose(index === chosen ? undefined : index)}
      >
        <Text>{words.part(index + 1)}</Text>
      </Tap>
    ))}
  </View>
)

type Props = {
  side: 'before' | 'after'
  offered: OfferedPhoto[]
  choice: Choice
  /** No more parts may be added, here or on the other side. */
  full: boolean
  onChange: (choice: Choice) => void
}

/** The covered parts of one photo: drawn by two taps on it, or put, moved and taken away by buttons. */
const useParts = ({ choice: { photoId, rects }, full, onChange }: Props) => {
  const [corner, setCorner] = useState<Corner>()
  const [chosen, setChosen] = useState<number>()
  const put = (next: Rect[], at?: number) => {
    setChosen(at)
    setCorner(undefined)
    onChange({ photoId, rects: next })
  }
  const add = (rect: Rect) => put([...rects, rect], rects.length)
  const tapped = (at: Corner) => {
    if (full) return
    if (corner) add(rectBetween(corner, at))
    else setCorner(at)
  }
  const change = (rect: Rect) => {
    const next = rects.map((it, index) => (index === chosen ? rect : it))
    put(next, chosen)
  }
  const remove = () => put(rects.filter((_, index) => index !== chosen))
  const part = chosen === undefined ? undefined : rects[chosen]
  return { corner, chosen, part, add, tapped, change, remove, choose: setChosen }
}

/** Choosing one photo and covering parts of it: two taps on the picture, or buttons alone. */
export const BlurSide = (props: Props) => {
  const { side, offered, choice, full, onChange } = props
  const { corner, chosen, part, add, tapped, change, remove, choose } = useParts(props)
  const { photoId, rects } = choice
  const photo = offered.find(it => it.photo.id === photoId)?.photo
  const title = tileWords[side]
  return (
    <View className="card stack">
      <View className="heading">{title}</View>
      {offered.length > 1 && (
        <Chooser offered={offered} photoId={photoId} onChoose={id => onChange({ photoId: id, rects: [] })} />
      )}
      {photo?.url && (
        <BlurPicture
          {...{ id: `blur-${side}`, url: photo.url, rects, chosen, corner, onCorner: tapped }}
          label={words.picture(title)}
        />
      )}
      <View className="hint">{corner ? words.tapAgain : words.tap}</View>
      <View className="row wrap apart">
        <Text className="grow">{words.parts(rects.length)}</Text>
        <Button
          {...{ words: words.add, label: `${title} ${words.add}`, icon: 'plus', kind: 'quiet', disabled: full }}
          onTap={() => add(middleRect)}
        />
      </View>
      {full && <View className="hint">{words.full}</View>}
      {rects.length > 0 && <Parts count={rects.length} chosen={chosen} onChoose={choose} />}
      {part && <Part rect={part} onChange={change} onRemove={remove} />}
    </View>
  )
}
