import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportPages } from '@huiyin/shared/reports/report-pages.ts'
import { View } from '@tarojs/components'
import { Cell } from '@/core/components/cell.tsx'
import { goTo } from '@/core/go-to.ts'
import { staffWords } from '../staff-words.ts'

const words = staffWords.handle
const open = (id: string) => goTo(reportPages.handle, { id })

/** 30 天内复发: the closing that did not last, or the matter that came again. For the staff alone. */
export const Recurrence = ({ report: { recurs, recurred } }: { report: Report }) => {
  if (!recurs && !recurred) return null
  return (
    <View className="card list">
      {recurs && (
        <Cell
          first
          icon="alert"
          title={words.recurs}
          hint={words.recursHint(recurs.number)}
          onTap={() => open(recurs.id)}
        />
      )}
      {recurred && (
        <Cell
          first={!recurs}
          icon="alert"
          title={words.recurs}
          hint={words.recurredHint(recurred.number)}
          onTap={() => open(recurred.id)}
        />
      )}
    </View>
  )
}
