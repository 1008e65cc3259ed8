import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { reportWords } from '../words.ts'

const words = reportWords.show

/** A week or a month later, in one tap: 还好 or 又坏了. */
export const Still = ({ report, onDone }: { report: Report; onDone: () => unknown }) => {
  const answer = async (said: 'fine' | 'broken') => {
    await call(reportRoutes.answerStill, { id: report.id, eventId: await platform.newId(), answer: said })
    say(said === 'fine' ? words.fineThanks : words.reopened)
    await onDone()
  }
  return (
    <View className="dock">
      <View className="dock-ask">
        <View className="strong">{words.still}</View>
        <View className="hint">{words.stillHint}</View>
      </View>
      <Button words={words.broken} icon="refresh" onTap={() => answer('broken')} />
      <Button words={words.fine} icon="check" kind="main" onTap={() => answer('fine')} />
    </View>
  )
}
