import type { Report } from '@huiyin/shared/reports/report.ts'
import { doneStates, type ReportState } from '@huiyin/shared/reports/report-states.ts'
import { View } from '@tarojs/components'
import { reportWords } from '../words.ts'

const { hand, handDone } = reportWords.show
const isDone = (state: ReportState) => (doneStates as readonly ReportState[]).includes(state)

/** Who does the work, or did it, where somebody else answers for it. */
export const InHand = ({ report }: { report: Report }) => {
  if (!report.hand) return null
  const name = `${report.hand.title} ${report.hand.name}`
  return <View>{isDone(report.state) ? handDone(name) : hand(name)}</View>
}
