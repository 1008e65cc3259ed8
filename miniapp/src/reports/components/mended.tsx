import type { Report } from '@huiyin/shared/reports/report.ts'
import { View } from '@tarojs/components'
import { BeforeAfter } from '@/core/photos/before-after.tsx'
import { reportWords } from '../words.ts'

/** How it was, how it is, and what the one who mended it last wrote of it. */
export const Mended = ({ report: { before, after, history } }: { report: Report }) => {
  const [last] = history.filter(it => it.event === 'resolve').slice(-1)
  return (
    <>
      <BeforeAfter before={before} after={after} />
      {last?.words && (
        <View>
          <View className="small soft">{reportWords.show.reply(last.by)}</View>
          <View className="quote">{last.words}</View>
        </View>
      )}
    </>
  )
}
