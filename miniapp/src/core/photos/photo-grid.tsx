import type { Photo } from '@huiyin/shared/photos/photo.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Icon } from '../components/icon.tsx'
import { Tap } from '../components/tap.tsx'
import { absolute } from '../origin.ts'
import { LookAgain, TileImage, useDead } from './live-picture.tsx'
import { LongPicture } from './long-picture.tsx'
import { photoWords, tileWords } from './photo-words.ts'
import { preview } from './preview.ts'
import './photos.css'

const words = tileWords

/** All parts of a picture, from above; of most there is one. */
const urlsOf = ({ url, more = [] }: Photo) => (url ? [url, ...more].map(absolute) : [])

/** One photo of the server; while its bytes are still on somebody's phone, or lost, a quiet place-holder. */
export const PhotoTile = ({ photo, all, label }: { photo: Photo; all: Photo[]; label: string }) => {
  const src = absolute(photo.thumbUrl ?? '')
  const { isDead, died, again } = useDead(src)
  const [reading, setReading] = useState(false)
  if (!photo.thumbUrl || !photo.url) {
    return (
      <View className="tile awaited">
        <Icon name="photo" />
        <View className="small">{photo.lost ? photoWords.lost[photo.lost] : words.awaited}</View>
      </View>
    )
  }
  if (isDead) return <LookAgain label={label} onAgain={again} />
  const urls = all.flatMap(urlsOf)
  const open = () => (photo.more ? setReading(true) : preview(absolute(photo.url as string), urls))
  return (
    <>
      <Tap className="tile" label={`${label} ${photo.more ? photoWords.long : ''} ${words.open}`} onTap={open}>
        <TileImage src={src} onDead={died} />
        {photo.more && <View className="tile-long">{photoWords.long}</View>}
      </Tap>
      {reading && <LongPicture title={label} urls={urlsOf(photo)} onClose={() => setReading(false)} />}
    </>
  )
}

export const PhotoGrid = ({ photos }: { photos: Photo[] }) => (
  <View className="tiles">
    {photos.map((photo, index) => (
      <PhotoTile key={photo.id} photo={photo} all={photos} label={words.nth(index + 1)} />
    ))}
  </View>
)
