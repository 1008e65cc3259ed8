import type { PublishedItem } from '@huiyin/shared/reports/publication.ts'
import { publicationRoutes } from '@huiyin/shared/reports/publication-routes.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { useCall } from '@/core/query.tsx'
import { call, session } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { publicationWords } from './publication-words.ts'

const words = publicationWords.list

/** 谢谢: one tap, taken back by another; who it was is shown to nobody. */
export const Thank = ({ item, onDone }: { item: PublishedItem; onDone: () => unknown }) => {
  const { id, kind, village } = item
  // Who came by a link is not signed in for looking alone.
  const own = useCall(publicationRoutes.listMyThanks, {}, { enabled: session.isOpen() })
  const thankId = own.data?.items.find(it => it.id === id)?.thankId
  const tapped = async () => {
    if (thankId) {
      await call(publicationRoutes.withdrawThanks, { id, thankId })
      say(words.thanksGone)
    } else await call(publicationRoutes.thankPublished, { id, thankId: await platform.newId() })
    await Promise.all([own.refetch(), onDone()])
  }
  return (
    <Button
      words={thankId ? words.thanked : words.thank}
      icon={thankId ? 'check' : 'good'}
      kind={thankId ? 'plain' : 'quiet'}
      label={thankId ? words.thanked : words.thankOf(reportKinds[kind].name, village)}
      onTap={tapped}
    />
  )
}
