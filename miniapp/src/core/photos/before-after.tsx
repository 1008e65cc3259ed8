import type { Photo } from '@huiyin/shared/photos/photo.ts'
import { View } from '@tarojs/components'
import { PhotoTile } from './photo-grid.tsx'
import './photos.css'
import { tileWords } from './photo-words.ts'

const words = tileWords

const Side = ({ title, photos }: { title: string; photos: Photo[] }) => (
  <View className="side">
    <View className="strong">{title}</View>
    {photos.length === 0 && <View className="tile awaited small">{words.none}</View>}
    {photos.map((photo, index) => (
      <PhotoTile key={photo.id} photo={photo} all={photos} label={`${title} ${words.nth(index + 1)}`} />
    ))}
  </View>
)

/** How it was and how it is: side by side, in 长辈版 one above the other. */
export const BeforeAfter = ({ before, after }: { before: Photo[]; after: Photo[] }) => (
  <View className="sides">
    <Side title={words.before} photos={before} />
    <Side title={words.after} photos={after} />
  </View>
)
