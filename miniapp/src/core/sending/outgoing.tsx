import type { Address } from '@huiyin/shared/core/address.ts'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { spoken } from '../device/spoken.ts'
import { goHome, goOnTo } from '../go-to.ts'
import { PhotoProgress } from '../photos/photo-progress.tsx'
import type { Draft } from './drafts.ts'
import { outgoingWords as words } from './outgoing-words.ts'
import { useStoredDraft } from './use-draft.ts'
import { drafts, filesOf, outbox } from './wire.ts'
import './receipt.css'

const Echoing = ({ still, title, hint }: { still: boolean; title: string; hint: string }) => (
  <View className="empty" {...spoken({ role: 'status', live: 'polite' })}>
    <View className={still ? 'echoing still' : 'echoing'}>
      <View className="wave w1" />
      <View className="wave w2" />
      <View className="wave w3" />
    </View>
    <View className="heading">{title}</View>
    <View className="soft">{hint}</View>
  </View>
)

const OnItsWay = ({ draft }: { draft: Draft }) => {
  const stuck = draft.problem !== undefined
  const kept = drafts.isKept(draft.id)
  return (
    <>
      <Echoing
        still={stuck}
        title={stuck ? (kept ? words.waiting : words.waitingOnly) : words.sending}
        hint={kept ? (stuck ? words.waitingHint : words.sendingHint) : words.unkeptHint}
      />
      <PhotoProgress ids={filesOf(draft)} />
      <View className="dock">
        {stuck && <Button words={words.again} icon="refresh" kind="main" onTap={outbox.sendAll} />}
        <Button words={words.home} onTap={goHome} />
      </View>
    </>
  )
}

type Props<F> = {
  id: string
  /** Where a refused draft is written on. */
  compose: Address
  /** What the page shows of a draft that went out. */
  sent: (draft: Draft<F>) => ReactNode
  /** Who could help where it was refused. */
  help?: ReactNode
  /** What it shows when the phone knows nothing of it (any more). */
  unknown: ReactNode
}

/** Follows a submitted draft: on its way, waiting for the network, refused, or gone out. */
export const Outgoing = <F,>({ id, compose, sent, help, unknown }: Props<F>) => {
  const draft = useStoredDraft<F>(id)
  if (!draft) return <>{unknown}</>
  if (draft.state === 'sent') return <>{sent(draft)}</>
  if (draft.state !== 'refused') return <OnItsWay draft={draft} />
  return (
    <>
      <Empty
        drawing="cut"
        title={draft.problem?.title ?? ''}
        hint={draft.problem?.detail ?? ''}
        action={{ words: words.edit, onTap: () => goOnTo(compose) }}
      />
      {help}
    </>
  )
}
