import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { staffWords } from '../staff-words.ts'
import { ActSheet } from './act-sheet.tsx'

const { note } = staffWords.acts

/** 补充说明 for residents (everybody reads it) and staff (who may keep it among themselves). */
export const AddNote = ({
  report,
  staff,
  onDone,
}: {
  report: Report
  staff?: boolean | undefined
  onDone: () => unknown
}) => {
  const [open, setOpen] = useState(false)
  const possible = report.can.includes('note')
  if (!possible && !open) return null
  return (
    <>
      {possible && <Button words={note.verb} icon="note" onTap={() => setOpen(true)} />}
      {open && (
        <ActSheet
          passed={!possible}
          draftKind={`note.${report.id}`}
          title={note.title}
          hint={note.hint}
          text="may"
          photos="may"
          staffOnly={staff}
          onClose={() => setOpen(false)}
          onSend={async (eventId, { words, photoIds, staffOnly }) => {
            const said = { words: words || undefined, photoIds, staffOnly }
            await call(reportRoutes.noteReport, { id: report.id, eventId, ...said })
            say(note.done)
            await onDone()
          }}
        />
      )}
    </>
  )
}
