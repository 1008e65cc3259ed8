import type { ComplaintReason, PublishedItem } from '@huiyin/shared/reports/publication.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { publicationWords } from './publication-words.ts'

const words = publicationWords.list
const reasons = Object.keys(words.reasons) as ComplaintReason[]

type Props = { item: PublishedItem; onDone: () => unknown; onClose: () => void }

/** 举报: what is wrong with it, in one tap. */
export const ComplainSheet = ({ item, onDone, onClose }: Props) => {
  const complain = async (reason: ComplaintReason) => {
    const eventId = await platform.newId()
    const { state } = await call(publicationRoutes.complainPublished, { id: item.id, eventId, reason })
    say(state === 'hidden' ? words.complained : words.refused)
    onClose()
    await onDone()
  }
  return (
    <Sheet title={words.complainTitle} onClose={onClose}>
      <View className="hint">{words.complainHint}</View>
      {reasons.map(reason => (
        <Button key={reason} words={words.reasons[reason]} onTap={() => complain(reason)} />
      ))}
    </Sheet>
  )
}
