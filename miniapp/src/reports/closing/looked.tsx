import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { reportWords } from '../words.ts'

const words = reportWords.show

/** Somebody who neither filed nor did it has gone to look, where nobody who asked for it could say so. He rates nobody. */
export const Looked = ({ report, onDone }: { report: Report; onDone: () => unknown }) => {
  if (report.mine || !report.can.includes('confirm')) return null
  const answer = async (solved: boolean) => {
    const tap = { id: report.id, eventId: await platform.newId() }
    await (solved ? call(reportRoutes.confirmReport, tap) : call(reportRoutes.reopenReport, tap))
    say(solved ? words.looked : words.reopened)
    await onDone()
  }
  return (
    <View className="dock">
      <View className="strong dock-ask">{words.lookAtIt}</View>
      <Button words={words.notSolved} icon="refresh" onTap={() => answer(false)} />
      <Button words={words.solved} icon="check" kind="main" onTap={() => answer(true)} />
    </View>
  )
}
