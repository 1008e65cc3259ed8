import type { ReportCard as Card } from '@huiyin/shared/reports/report-card.ts'
import { reportKinds } from '@huiyin/shared/reports/report-kinds.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { Text, View } from '@tarojs/components'
import { Deadline, useNow } from '@/core/components/deadline.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { goTo } from '@/core/go-to.ts'
import { absolute } from '@/core/origin.ts'
import { SmallPicture } from '@/core/photos/live-picture.tsx'
import { dayAndTime } from '@/core/time.ts'
import { cardWords } from '../card-words.ts'
import { dueOf, stateLabel } from '../labels.ts'
import { staffCardWords } from '../staff-card-words.ts'

const words = cardWords

const Cover = ({ card }: { card: Card }) => (
  <View className="cover">{card.coverUrl ? <SmallPicture src={absolute(card.coverUrl)} /> : <Icon name="note" />}</View>
)

/** One matter in a list. Residents are led to its progress, the staff to its work. */
export const ReportCard = ({ card, staff = false }: { card: Card; staff?: boolean | undefined }) => {
  const now = useNow()
  const name = reportKinds[card.kind].name
  const label = stateLabel(card.state, staff)
  const { supervised } = staff ? staffCardWords : words
  const open = () => goTo(staff ? reportPages.handle : reportPages.show, { id: card.id })
  return (
    <Tap className="card report-card" onTap={open}>
      <Cover card={card} />
      <View className="grow">
        <View className="row wrap apart card-head">
          <Text className="strong">{name}</Text>
          <View className="row wrap card-tags">
            {card.urgency === 'urgent' && card.dueAt && <Tag icon="alert" words={words.urgent} tone="late" />}
            {card.supervised && card.dueAt && <Tag icon="bell" words={supervised} tone="late" />}
            <Tag {...label} />
          </View>
        </View>
        {card.words && <View className="one-line">{card.words}</View>}
        <View className="small soft">{card.place}</View>
        {card.dueAt ? <Deadline what={dueOf(card.state, staff)} dueAt={card.dueAt} late={card.late} short /> : null}
        <View className="row wrap lines small soft">
          <Text className="whole">{dayAndTime(card.at, now)}</Text>
          <Text className="whole card-number">{words.number(card.number)}</Text>
        </View>
      </View>
    </Tap>
  )
}
