import type { Alert, InboxItem } from '@huiyin/shared/alerts/alert.ts'
import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { useList } from '@/core/query.tsx'
import { pageWords } from '../words.ts'
import { Message } from './message.tsx'

const words = pageWords.inbox

export type Reading = { read: (ids: string[]) => unknown; open: (alert: Alert) => unknown }

/** The earlier messages of a matter. What she opened counts as read; what comes while it lies open has to be read by itself. */
const Rest = ({ item, read, open }: Reading & { item: InboxItem }) => {
  const { items, error, refetch, turn } = useList(alertRoutes.listAlerts, { matterId: item.matterId })
  const [opened] = useState(item.at)
  const unread = items?.flatMap(it => (it.readAt === null && it.at <= opened ? [it.id] : [])).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what is shown, not for each new function
  useEffect(() => {
    if (unread) read(unread.split(','))
  }, [unread])
  if (!items) return error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={1} />
  const others = items.filter(it => it.id !== item.id)
  return (
    <>
      {others.map(alert => (
        <Message key={alert.id} alert={alert} onOpen={() => open(alert)} />
      ))}
      <TurnPage turn={turn} />
    </>
  )
}

/** All that was told of one matter: the newest, and a tap for the others. */
export const MessageGroup = ({ item, ...reading }: Reading & { item: InboxItem }) => {
  const [open, setOpen] = useState(false)
  const { about, more, unread } = item
  const hidden = unread - (item.readAt === null ? 1 : 0)
  const toggle = open ? words.less : words.more(more, hidden)
  return (
    <View className="card messages">
      <Message alert={item} about={about} onOpen={() => reading.open(item)} />
      {open && <Rest item={item} {...reading} />}
      {more > 0 && (
        <Tap className="word" label={toggle} onTap={() => setOpen(!open)}>
          <Text>{toggle}</Text>
          <Icon name={open ? 'up' : 'next'} />
        </Tap>
      )}
    </View>
  )
}
