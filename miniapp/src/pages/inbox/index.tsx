import type { Alert } from '@huiyin/shared/alerts/alert.ts'
import { alertRoutes } from '@huiyin/shared/alerts/alert-routes.ts'
import { Text, View } from '@tarojs/components'
import { showUnread, useUnread } from '@/core/badge.ts'
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
import { Message } from '../components/message.tsx'
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
  const read = async (ids?: string[]) => {
    const after = await call(alertRoutes.markRead, ids ? { ids } : {})
    showUnread(after.unread)
    refresh(alertRoutes.listAlerts, alertRoutes.countUnread)
  }
  const open = (alert: Alert) => {
    if (!alert.readAt) void read([alert.id]).catch(() => undefined)
    void goToStored(alert.page)
  }
  return { read, open }
}

export default function Inbox() {
  const asked = useList(alertRoutes.listAlerts, {}, { every: 5_000 })
  const unread = asked.data?.unread ?? 0
  useUnread(unread)
  const { read, open } = useReading()
  const { items } = asked
  const report = door('newReport')
  return (
    <Page>
      {unread > 0 && <Unread count={unread} onTap={() => read()} />}
      {!items && (asked.error ? <ErrorView failed={asked.error} onAgain={asked.refetch} /> : <Skeleton />)}
      {items?.length === 0 && (
        <Empty
          drawing="letter"
          title={words.empty}
          hint={words.emptyHint}
          action={report && { words: words.report, onTap: () => goTo(report) }}
        />
      )}
      {items?.map(alert => (
        <Message key={alert.id} alert={alert} onOpen={() => open(alert)} />
      ))}
      <TurnPage turn={asked.turn} />
    </Page>
  )
}
