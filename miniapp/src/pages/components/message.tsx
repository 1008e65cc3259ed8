import type { Alert, InboxItem } from '@huiyin/shared/alerts/alert.ts'
import { Text, View } from '@tarojs/components'
import { useNow } from '@/core/components/deadline.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { ago } from '@/core/time.ts'
import { rooms } from '@/rooms.ts'
import { pageWords } from '../words.ts'

const words = pageWords.inbox
const seals = Object.assign({}, ...rooms.map(room => room.seals)) as Record<string, string>

/** Alerts are told apart at a glance by one character, chosen by the end of their kind. */
const sealOf = (kind: string) => seals[kind.slice(kind.indexOf('-') + 1)] ?? words.otherSeal
const isGrave = (kind: string) => /(?:climbed|overdue|late|danger)$/.test(kind)

/** Which matter it is: as much of it as the sentence has not said. */
const About = ({ about: { number, kind, place }, text }: { about: NonNullable<InboxItem['about']>; text: string }) => {
  const more = [kind, place].filter(it => it && !text.includes(it))
  return (
    <View className="row wrap lines small soft">
      {more.map(it => (
        <Text key={it}>{it}</Text>
      ))}
      {number && !text.includes(number) && <Text className="whole">{words.number(number)}</Text>}
    </View>
  )
}

type Props = { alert: Alert; about?: InboxItem['about'] | undefined; onOpen: () => unknown }

/** One message: a full stamp while unread, an empty one after; and which matter it is of. */
export const Message = ({ alert, about, onOpen }: Props) => {
  const now = useNow()
  const unread = alert.readAt === null
  const stamp = `stamp ${unread ? 'fresh' : ''} ${isGrave(alert.kind) ? 'grave' : ''}`
  return (
    <Tap className="message" onTap={onOpen}>
      <View className={stamp} {...spoken({ hidden: true })}>
        {sealOf(alert.kind)}
      </View>
      <View className="grow">
        <View className="row wrap apart message-head">
          <Text className={unread ? 'strong' : ''}>{alert.title}</Text>
          {unread && alert.urgent && <Tag icon="alert" words={words.urgent} tone="late" />}
          <Text className="small soft">
            {unread ? `${words.unread} · ` : ''}
            {ago(alert.at, now)}
          </Text>
        </View>
        <View className="soft">{alert.text}</View>
        {about && <About about={about} text={alert.text} />}
      </View>
    </Tap>
  )
}
