import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { call } from '@/core/sending/wire.ts'
import { staffWords } from '../staff-words.ts'

const words = staffWords.handle

/** The reporter's telephone: only with a reason, which she can read. */
export const Reveal = ({ report, onDone }: { report: Report; onDone: () => unknown }) => {
  const [asking, setAsking] = useState(false)
  const [phone, setPhone] = useState<string | null>()
  const look = async (reason: string) => {
    const seen = await call(reportRoutes.revealReporter, { id: report.id, eventId: await platform.newId(), reason })
    setPhone(seen.phone)
    await onDone()
  }
  return (
    <>
      <View className="row apart wrap">
        <Text className="grow">
          {words.reporter} {report.reporter}
        </Text>
        {report.can.includes('reveal') && (
          <Button words={words.call} icon="phone" kind="quiet" onTap={() => setAsking(true)} />
        )}
      </View>
      {asking && (
        <Sheet
          title={phone === undefined ? words.callTitle : words.reporter}
          onClose={() => setAsking(false)}
          foot={
            phone && (
              <Button words={words.dial(phone)} icon="phone" kind="main" onTap={() => platform.telephone(phone)} />
            )
          }
        >
          {phone === undefined && <View className="hint">{words.callHint}</View>}
          {phone === undefined &&
            words.callReasons.map(reason => <Button key={reason} words={reason} onTap={() => look(reason)} />)}
          {phone === null && <View>{words.noPhone}</View>}
        </Sheet>
      )}
    </>
  )
}
