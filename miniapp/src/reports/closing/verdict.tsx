import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { askPermits } from '@/core/ask-permits.ts'
import { Button } from '@/core/components/button.tsx'
import { Passed } from '@/core/components/passed.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { Faces, type Rating } from '@/core/fields/faces.tsx'
import { Tick } from '@/core/fields/tick.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { ActSheet } from '../handling/act-sheet.tsx'
import { allowPublication, consentText } from '../publishing/consent-card.tsx'
import { publicationWords } from '../publishing/publication-words.ts'
import { reportWords } from '../words.ts'

const words = reportWords.show

const Rate = ({ report, onDone, onClose }: { report: Report; onDone: () => unknown; onClose: () => void }) => {
  const [agrees, setAgrees] = useState(false)
  const rate = async (rating: Rating) => {
    if (agrees) await allowPublication(report.id)
    await call(reportRoutes.confirmReport, { id: report.id, eventId: await platform.newId(), rating })
    say(words.thanks)
    onClose()
    await onDone()
  }
  return (
    <Sheet title={words.rate} onClose={onClose}>
      {!report.can.includes('confirm') && <Passed />}
      <Faces names={words.ratings} onTap={rate} />
      {report.source === 'resident' && (
        <>
          <Tick words={consentText} on={agrees} onChange={setAgrees} />
          <View className="hint">{publicationWords.consent.optional}</View>
        </>
      )}
    </Sheet>
  )
}

const Reopen = ({ report, onDone, onClose }: { report: Report; onDone: () => unknown; onClose: () => void }) => (
  <ActSheet
    passed={!report.can.includes('reopen')}
    draftKind={`reopen.${report.id}`}
    title={words.reopenTitle}
    hint={words.reopenHint}
    text="may"
    sendWords={words.reopen}
    onClose={onClose}
    onSend={async (eventId, form) => {
      await call(reportRoutes.reopenReport, { id: report.id, eventId, words: form.words || undefined })
      say(words.reopened)
      await onDone()
    }}
  />
)

/** 已解决 and a face is two taps; 没解决 opens the same matter again. */
export const Verdict = ({ report, onDone }: { report: Report; onDone: () => unknown }) => {
  const [open, setOpen] = useState<'rate' | 'reopen'>()
  const close = () => setOpen(undefined)
  const mayConfirm = report.can.includes('confirm')
  const mayReopen = report.can.includes('reopen')
  if (!mayConfirm && !mayReopen && !open) return null
  const reopen = () => {
    // One more 进展 message; WeChat only asks inside the tap.
    void askPermits(['progress', 'done'])
    setOpen('reopen')
  }
  const again = <Button words={words.notSolved} icon="refresh" onTap={reopen} />
  return (
    <>
      {mayConfirm ? (
        <View className="dock">
          <View className="strong dock-ask">{words.ask}</View>
          {mayReopen && again}
          <Button words={words.solved} icon="check" kind="main" onTap={() => setOpen('rate')} />
        </View>
      ) : (
        <>
          {report.mine && report.state === 'resolved' && <View className="hint">{words.others}</View>}
          {mayReopen && again}
        </>
      )}
      {open === 'rate' && <Rate report={report} onDone={onDone} onClose={close} />}
      {open === 'reopen' && <Reopen report={report} onDone={onDone} onClose={close} />}
    </>
  )
}
