import type { ComplaintReason } from '@huiyin/shared/matters/complaint.ts'
import type { PublishedItem } from '@huiyin/shared/reports/publication.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { ComplainSheet } from '@/matters/components/complain-sheet.tsx'
import { publicationWords } from './publication-words.ts'

const words = publicationWords.list

type Props = { item: PublishedItem; onDone: () => unknown; onClose: () => void }

export const ComplainOf = ({ item, onDone, onClose }: Props) => {
  const complain = async (reason: ComplaintReason) => {
    const eventId = await platform.newId()
    const { state } = await call(publicationRoutes.complainPublished, { id: item.id, eventId, reason })
    say(state === 'hidden' ? words.complained : words.refused)
    onClose()
    await onDone()
  }
  const { complainTitle: title, complainHint: hint, reasons } = words
  return <ComplainSheet {...{ title, hint, reasons, onClose }} onComplain={complain} />
}
