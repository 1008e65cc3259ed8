import type { Coverage } from '@huiyin/shared/consultations/office-desk.ts'
import { Text, View } from '@tarojs/components'
import type { IconName } from '@/core/components/icon.tsx'
import { Tag, type Tone } from '@/core/components/tag.tsx'
import { pictured } from '@/core/device/spoken.ts'
import { townshipWords } from '../township-words.ts'
import { PrintSheet } from './print-sheet.tsx'

const words = townshipWords.coverage

export type CoverageState = keyof typeof words.states
const looks: Record<CoverageState, [IconName, Tone]> = {
  none: ['alert', 'late'],
  short: ['clock', 'wait'],
  enough: ['check', 'going'],
}

/** Without any service, with too little, or with enough that residents have confirmed. */
export const coverageState = ({ confirmed, unconfirmed, walkIns, lectures, needed }: Coverage): CoverageState => {
  if (confirmed + unconfirmed + walkIns + lectures === 0) return 'none'
  return confirmed < needed ? 'short' : 'enough'
}

const percent = (minutes: number, whole: number) => `${whole > 0 ? Math.min(100, (minutes * 100) / whole) : 0}%`

/** One village's month: confirmed and unconfirmed hours against what the county wants. */
export const VillageBar = ({ it, month }: { it: Coverage; month: string }) => {
  const { village, adviser, confirmed, unconfirmed, needed, walkIns, lectures, denied } = it
  const state = coverageState(it)
  const [icon, tone] = looks[state]
  const whole = Math.max(needed, confirmed + unconfirmed)
  return (
    <View className="card stack">
      <View className="row wrap apart">
        <Text className="strong">{village}</Text>
        <Tag icon={icon} words={words.states[state]} tone={tone} />
      </View>
      <View className="small soft">{adviser ? words.adviser(adviser) : words.noAdviser}</View>
      <View className="service" {...pictured('')}>
        <View className="service-part" style={{ width: percent(confirmed, whole) }} />
        <View className="service-part unsure" style={{ width: percent(unconfirmed, whole) }} />
      </View>
      <View className="row wrap lines">
        <Text>
          {words.confirmed} {words.hours(confirmed)}
        </Text>
        <Text>
          {words.unconfirmed} {words.hours(unconfirmed)}
        </Text>
        <Text className="soft">{words.needed(words.hours(needed))}</Text>
      </View>
      {walkIns > 0 && <View className="small soft">{words.walkIns(words.hours(walkIns))}</View>}
      {lectures > 0 && <View className="small soft">{words.lectures(lectures)}</View>}
      {denied > 0 && <View className="small late-words">{words.denied(denied)}</View>}
      <PrintSheet village={village} communityId={it.communityId} month={month} />
    </View>
  )
}
