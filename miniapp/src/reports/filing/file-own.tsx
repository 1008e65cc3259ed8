import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { goTo } from '@/core/go-to.ts'
import { reportWords } from '../words.ts'

const words = reportWords.show

/** A neighbour who waited for what has been taken back: nobody comes any more, and how to file his own. */
export const FileOwn = ({ report }: { report: Report }) => {
  if (report.mine || report.state !== 'withdrawn') return null
  return (
    <View className="card stack">
      <View>{words.takenBack}</View>
      <Button words={words.fileOwn} kind="main" onTap={() => goTo(reportPages.new)} />
    </View>
  )
}
