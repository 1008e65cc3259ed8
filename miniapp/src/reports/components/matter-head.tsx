import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportKinds, urgencyNames } from '@huiyin/shared/reports/report-kinds.ts'
import { Text, View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { Deadline, useNow } from '@/core/components/deadline.tsx'
import { Icon } from '@/core/components/icon.tsx'
import { Tag } from '@/core/components/tag.tsx'
import { platform } from '@/core/device/platform.ts'
import { dayAndTime } from '@/core/time.ts'
import { cardWords, dueWords } from '../card-words.ts'
import { dueOf, stateLabel } from '../labels.ts'
import { staffWords } from '../staff-words.ts'
import { reportWords } from '../words.ts'

const words = reportWords.show

const MapButton = ({ name, point }: { name: string; point: { lng: number; lat: number } }) => (
  <Button words={words.map} icon="pin" kind="quiet" onTap={() => platform.showSpot?.({ name, ...point })} />
)

/** What was added to the promise: a supervision, a ruling, days off that nobody has announced yet. */
const Besides = ({ report }: { report: Report }) => {
  const now = useNow()
  const { superviseBy, superviseLevel, superviseMissed, ruling, daysUnknown } = report
  const supervised = superviseMissed ? words.superviseMissed : words.supervised
  return (
    <>
      {superviseBy && superviseLevel && (
        <View className={superviseMissed ? 'row late-words' : 'row'}>
          <Icon name="bell" />
          <Text className="grow strong">
            {supervised(reportWords.levels[superviseLevel], dayAndTime(superviseBy, now))}
          </Text>
        </View>
      )}
      {ruling && (
        <View className="row">
          <Icon name="balance" />
          <Text className="grow strong">{words.ruling(reportWords.levels[ruling])}</Text>
        </View>
      )}
      {daysUnknown && <View className="small soft">{reportWords.receipt.daysUnknown}</View>}
    </>
  )
}

/** A supervision asks for the solution, whatever the next step would be. */
const dueWhat = ({ state, dueAt, superviseBy }: Report, staff: boolean | undefined) =>
  dueAt === superviseBy ? dueWords.resolve : dueOf(state, staff)

/** It ended by itself: whoever asked for it has not said whether it is solved. */
const isUnanswered = ({ state, history }: Report) => {
  const [ending] = history.filter(({ event }) => event === 'confirm' || event === 'lapse').slice(-1)
  return state === 'closed' && ending?.event === 'lapse'
}

/** What it is, where, how far, and until when. The same top for residents and staff. */
export const MatterHead = ({ report, staff }: { report: Report; staff?: boolean | undefined }) => (
  <View className="card stack">
    <View className="row wrap apart">
      <Text className="heading">{reportKinds[report.kind].name}</Text>
      <Tag {...stateLabel(report.state, staff)} />
      {isUnanswered(report) && <Tag icon="clock" words={words.unanswered} tone="still" />}
    </View>
    <View className="row">
      <Icon name="pin" />
      <Text className="grow">{report.place}</Text>
    </View>
    {staff && !report.gridName && <View className="hint">{staffWords.handle.unclaimed}</View>}
    {staff && report.point && platform.showSpot && <MapButton name={report.place} point={report.point} />}
    {report.dueAt && (
      <Deadline what={dueWhat(report, staff)} dueAt={report.dueAt} late={report.late} promised={report.resolveBy} />
    )}
    <Besides report={report} />
    {report.urgency === 'urgent' && (
      <View className="row late-words">
        <Icon name="alert" />
        <Text className="grow small">{words.urgency(urgencyNames.urgent, report.urgencyRule)}</Text>
      </View>
    )}
    <View className="row wrap lines small soft">
      <Text className="whole">{cardWords.number(report.number)}</Text>
      <Text className="whole">{report.gridName || reportWords.receipt.unclaimed}</Text>
      {report.source !== 'resident' && <Text className="whole">{words.sources[report.source]}</Text>}
      {report.level !== 'grid' && <Text className="whole">{cardWords.level(reportWords.levels[report.level])}</Text>}
    </View>
  </View>
)
