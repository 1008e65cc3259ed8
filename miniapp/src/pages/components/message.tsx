import type { Alert } from '@huiyin/shared/alerts/alert.ts'
import { Text, View } from '@tarojs/components'
import { useNow } from '@/core/components/deadline.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { ago } from '@/core/time.ts'
import { rooms } from '@/rooms.ts'
import { pageWords } from '../words.ts'

const { otherSeal, unread: unreadWords } = pageWords.inbox
const seals = Object.assign({}, ...rooms.map(room => room.seals)) as Record<string, string>

/** Alerts are told apart at a glance by one character, chosen by the end of their kind. */
const sealOf = (kind: string) => seals[kind.slice(kind.indexOf('-') + 1)] ?? otherSeal
const isGrave = (kind: string) => /(?:climbed|overdue|late|danger)$/.test(kind)

/** One message: a full stamp while unread, an empty one after. */
export const Message = ({ alert, onOpen }: { alert: Alert; onOpen: () => unknown }) => {
  const now = useNow()
  const unread = alert.readAt === null
  const stamp = `stamp ${unread ? 'fresh' : ''} ${isGrave(alert.kind) ? 'grave' : ''}`
  return (
    <Tap className="card message" onTap={onOpen}>
      <View className={stamp} {...spoken({ hidden: true })}>
        {sealOf(alert.kind)}
      </View>
      <View className="grow">
        <View className="row wrap apart message-head">
          <Text className={unread ? 'strong' : ''}>{alert.title}</Text>
          <Text className="small soft">
            {unread ? `${unreadWords} · ` : ''}
            {ago(alert.at, now)}
          </Text>
        </View>
        <View className="soft">{alert.text}</View>
      </View>
    </Tap>
  )
}
