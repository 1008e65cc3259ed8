import { Image, Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { Icon } from '../components/icon.tsx'
import { Tap } from '../components/tap.tsx'
import type { PhotoSource } from '../device/platform-shape.ts'
import { pictured, spoken } from '../device/spoken.ts'
import type { Upload } from '../sending/upload.ts'
import { discardFile, uploads } from '../sending/wire.ts'
import { photoWords, tileWords } from './photo-words.ts'
import { sayings, takePhotos, usePhotoPath, useUploads } from './use-photos.ts'
import './photos.css'

const words = tileWords

const isMoving = ({ state }: Upload) => state === 'waiting' || state === 'sending'

const Progress = ({ upload, onChange }: { upload: Upload; onChange: () => void }) => (
  <View className={`tile-foot ${upload.state}`}>
    {isMoving(upload) && (
      <View className="bar" {...spoken({ role: 'progressbar', label: sayings[upload.state](upload) })}>
        <View className="bar-done" style={{ width: `${upload.progress}%` }} />
      </View>
    )}
    {upload.state === 'refused' ? (
      <Tap className="tile-retry" label={`${words.refused} ${words.another}`} onTap={onChange}>
        <Icon name="camera" />
        <Text>{words.another}</Text>
      </Tap>
    ) : upload.state === 'failed' ? (
      <Tap className="tile-retry" label={`${words.failed} ${words.retry}`} onTap={() => uploads.retry(upload.id)}>
        <Icon name="refresh" />
        <Text>{words.retry}</Text>
      </Tap>
    ) : (
      <View className="tile-say">
        {upload.state === 'sent' && <Icon name="check" />}
        <Text>{sayings[upload.state](upload)}</Text>
      </View>
    )}
  </View>
)

type PickedProps = { upload: Upload; index: number; onRemove: () => void; onChange: () => void }

const Picked = ({ upload, index, onRemove, onChange }: PickedProps) => {
  const path = usePhotoPath(upload.id)
  return (
    <View className="tile picked">
      {path && <Image className="tile-image" src={path} mode="aspectFill" {...pictured(words.nth(index + 1))} />}
      <Progress upload={upload} onChange={onChange} />
      <Tap className="tile-remove" label={`${words.remove} ${index + 1}`} onTap={onRemove}>
        <View className="tile-cross">
          <Icon name="close" />
        </View>
      </Tap>
      {upload.problem && upload.problem.code !== 'offline' && <View className="tile-why">{upload.problem.title}</View>}
    </View>
  )
}

const FromAlbum = ({ onTap }: { onTap: () => unknown }) => (
  <Tap className="word" onTap={onTap}>
    <Icon name="photo" />
    <Text>{photoWords.album}</Text>
  </Tap>
)

const Add = ({ first, camera, onTap }: { first: boolean; camera: boolean | undefined; onTap: () => unknown }) => {
  const name = first ? (camera ? photoWords.take : words.add) : words.more
  return (
    <Tap className="tile add" label={name} onTap={onTap}>
      <Icon name={first ? 'camera' : 'plus'} />
      <Text>{name}</Text>
    </Tap>
  )
}

type Props = {
  ids: string[]
  most: number
  /** Path of the route that takes them; see `Upload`. */
  to?: string | undefined
  /** What it looks like now and here is wanted: the camera opens at once, the album is a line below. */
  camera?: boolean | undefined
  onChange: (ids: string[]) => void
}

/** Photos that start to travel the moment they are chosen, each with its own bar, retry and removal. */
export const PhotoPicker = ({ ids, most, to, camera, onChange }: Props) => {
  const latest = useRef(ids)
  latest.current = ids
  const put = (next: string[]) => {
    latest.current = next
    onChange(next)
  }
  const takeFrom = (from?: PhotoSource) =>
    takePhotos({ room: most - latest.current.length, to, from }, id => put([...latest.current, id]))
  const add = () => takeFrom(camera ? 'camera' : undefined)
  const remove = (id: string) => {
    discardFile(id)
    put(latest.current.filter(it => it !== id))
  }
  /** Another one in its place: she may also go without, by taking it away. */
  const change = (id: string) => {
    remove(id)
    return add()
  }
  const shown = useUploads(ids)
  return (
    <>
      <View className={ids.length ? 'tiles' : 'tiles none'}>
        {shown.map((upload, index) => (
          <Picked
            key={upload.id}
            upload={upload}
            index={index}
            onRemove={() => remove(upload.id)}
            onChange={() => change(upload.id)}
          />
        ))}
        {ids.length < most && <Add first={ids.length === 0} camera={camera} onTap={add} />}
      </View>
      {camera && ids.length < most && <FromAlbum onTap={() => takeFrom('album')} />}
    </>
  )
}
