import type { Photo } from '@huiyin/shared/photos/photo.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Icon } from '../components/icon.tsx'
import { Tap } from '../components/tap.tsx'
import { absolute } from '../origin.ts'
import { coreWords } from '../words.ts'
import { LookAgain, TileImage, useDead } from './live-picture.tsx'
import { photoWords } from './photo-words.ts'
import './photos.css'

const words = coreWords.photos

/** One photo of the server; while its bytes are still on somebody's phone, or lost, a quiet place-holder. */
export const PhotoTile = ({ photo, all, label }: { photo: Photo; all: Photo[]; label: string }) => {
  const src = absolute(photo.thumbUrl ?? '')
  const { isDead, died, again } = useDead(src)
  if (!photo.thumbUrl || !photo.url) {
    return (
      <View className="tile awaited">
        <Icon name="photo" />
        <View className="small">{photo.lost ? photoWords.lost[photo.lost] : words.awaited}</View>
      </View>
    )
  }
  if (isDead) return <LookAgain label={label} onAgain={again} />
  const urls = all.flatMap(it => (it.url ? [absolute(it.url)] : []))
  const open = () => Taro.previewImage({ current: absolute(photo.url as string), urls }).catch(() => undefined)
  return (
    <Tap className="tile" label={`${label} ${words.open}`} onTap={open}>
      <TileImage src={src} onDead={died} />
    </Tap>
  )
}

export const PhotoGrid = ({ photos }: { photos: Photo[] }) => (
  <View className="tiles">
    {photos.map((photo, index) => (
      <PhotoTile key={photo.id} photo={photo} all={photos} label={words.nth(index + 1)} />
    ))}
  </View>
)
