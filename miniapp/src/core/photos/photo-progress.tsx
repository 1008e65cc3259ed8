import { View } from '@tarojs/components'
import { spoken } from '../device/spoken.ts'
import { outgoingWords as words } from '../sending/outgoing-words.ts'
import { useUploads } from './use-photos.ts'

/** How far the files are of something that has already gone out. */
export const PhotoProgress = ({ ids }: { ids: string[] }) => {
  const all = useUploads(ids)
  if (all.length === 0) return null
  const refused = all.filter(upload => upload.state === 'refused').length
  const failed = all.filter(upload => upload.state === 'failed').length
  const left = all.filter(upload => upload.state === 'waiting' || upload.state === 'sending').length
  const waits = left ? words.photosLeft(left) : failed ? words.photosFailed(failed) : undefined
  const said = waits ?? (refused ? words.photosRefused(refused) : words.photosDone)
  return (
    <View className="soft centred" {...spoken({ role: 'status', live: 'polite' })}>
      {said}
    </View>
  )
}
