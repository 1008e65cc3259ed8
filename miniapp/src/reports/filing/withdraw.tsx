import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { useNow } from '@/core/components/deadline.tsx'
import { Passed } from '@/core/components/passed.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { span } from '@/core/time.ts'
import { say } from '@/core/toast.ts'
import { coreWords } from '@/core/words.ts'
import { reportWords } from '../words.ts'

const words = reportWords.show

/** Taking it back, while nobody has begun: the sheet says how long that is still possible. */
export const Withdraw = ({ report, onDone }: { report: Report; onDone: () => unknown }) => {
  const [asking, setAsking] = useState(false)
  const now = useNow()
  const left = report.withdrawUntil ? Date.parse(report.withdrawUntil) - now : 0
  const possible = report.can.includes('withdraw') && left > 0
  if (!possible && !asking) return null
  const withdraw = async () => {
    await call(reportRoutes.withdrawReport, { id: report.id, eventId: await platform.newId() })
    setAsking(false)
    say(words.withdrawn)
    await onDone()
  }
  return (
    <>
      {possible && <Button words={words.withdraw} icon="undo" onTap={() => setAsking(true)} />}
      {asking && (
        <Sheet
          title={words.withdrawTitle}
          onClose={() => setAsking(false)}
          foot={
            <>
              {possible && <Button words={words.withdrawYes} kind="grave" onTap={withdraw} />}
              <Button words={possible ? words.keep : coreWords.done} onTap={() => setAsking(false)} />
            </>
          }
        >
          {possible ? <View>{words.withdrawHint(span(left))}</View> : <Passed />}
        </Sheet>
      )}
    </>
  )
}
