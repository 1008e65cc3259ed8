import type { Alert } from '@huiyin/shared/alerts/alert.ts'
import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { Text, View } from '@tarojs/components'
import { showUnread, useUnread } from '@/core/badge.ts'
import { asPage } from '@/core/components/as-page.tsx'
import { Empty } from '@/core/components/empty.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Page } from '@/core/components/page.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { TurnPage } from '@/core/components/turn.tsx'
import { door } from '@/core/doors.ts'
import { goTo, goToStored } from '@/core/go-to.ts'
import { useList, useRefresh } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { MessageGroup } from '../components/message-group.tsx'
import { pageWords } from '../words.ts'
import '../pages.css'

const words = pageWords.inbox

/** How many are new, and one tap for all of them. */
const Unread = ({ count, onTap }: { count: number; onTap: () => unknown }) => (
  <View className="row apart">
    <Text className="soft">{words.count(count)}</Text>
    <Tap className="word" label={words.allRead} onTap={onTap}>
      <Icon name="check" />
      <Text>{words.allRead}</Text>
    </Tap>
  </View>
)

/** Reading one, or all: the number on the tab follows at once. */
const useReading = () => {
  const refresh = useRefresh()
  const mark = async (ids?: string[]) => {
    const after = await call(alertRoutes.markRead, ids ? { ids } : {})
    showUnread(after.unread)
    refresh(alertRoutes.listInbox, alertRoutes.listAlerts, alertRoutes.countUnread)
  }
  // What could not be marked stays unread, and is marked when she opens it again.
  const read = (ids: string[]) => void mark(ids).catch(() => undefined)
  const open = (alert: Alert) => {
    if (!alert.readAt) read([alert.id])
    return goToStored(alert.page)
  }
  return { readAll: () => mark(), read, open }
}

export default asPage(function Inbox() {
  const asked = useList(alertRoutes.listInbox, {}, { every: 5_000 })
  const unread = asked.data?.unread ?? 0
  useUnread(unread)
  const { readAll, ...reading } = useReading()
  const { items } = asked
  const report = door('newReport')
  return (
    <Page>
      {unread > 0 && <Unread count={unread} onTap={readAll} />}
      {!items && (asked.error ? <ErrorView failed={asked.error} onAgain={asked.refetch} /> : <Skeleton />)}
      {items?.length === 0 && (
        <Empty
          drawing="letter"
          title={words.empty}
          hint={words.emptyHint}
          action={report && { words: words.report, onTap: () => goTo(report) }}
        />
      )}
      {items?.map(item => (
        <MessageGroup key={item.matterId} item={item} {...reading} />
      ))}
      <TurnPage turn={asked.turn} />
    </Page>
  )
})
