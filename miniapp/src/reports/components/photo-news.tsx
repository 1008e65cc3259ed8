import { View } from '@tarojs/components'
import { useUploads } from '../../core/components/use-photos.ts'
import { spoken } from '../../core/spoken.ts'
import { reportWords } from '../words.ts'

const words = reportWords.receipt

/** How far the photos of a report are that has already gone out. */
export const PhotoNews = ({ ids }: { ids: string[] }) => {
  const all = useUploads(ids)
  if (all.length === 0) return null
  const failed = all.filter(upload => upload.state === 'failed').length
  const left = all.filter(upload => upload.state === 'waiting' || upload.state === 'sending').length
  const said = left ? words.photosLeft(left) : failed ? words.photosFailed(failed) : words.photosDone
  return (
    <View className="soft centred" {...spoken({ role: 'status', live: 'polite' })}>
      {said}
    </View>
  )
}
