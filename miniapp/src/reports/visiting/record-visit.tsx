import { type VisitResult, visitResults } from '@huiyin/shared/reports/report.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { useState } from 'react'
import { Choices } from '@/core/fields/choices.tsx'
import { Field } from '@/core/fields/field.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { ActSheet } from '../handling/act-sheet.tsx'
import { staffWords } from '../staff-words.ts'

const words = staffWords.acts.visit

type Props = { reportId: string; onDone: () => unknown; onClose: () => void }

/** 回访: what the reporter says now; photos when somebody went there. */
export const RecordVisit = ({ reportId, onDone, onClose }: Props) => {
  const [result, setResult] = useState<VisitResult>()
  const choices = visitResults.map(it => ({
    key: it,
    words: words.results[it],
    on: it === result,
    onTap: () => setResult(it),
  }))
  return (
    <ActSheet
      draftKind={`visit.${reportId}`}
      title={words.title}
      hint={words.hint}
      phrases={words.phrases}
      text="must"
      photos="may"
      lacks={result ? undefined : words.needResult}
      onClose={onClose}
      onSend={async (eventId, form) => {
        if (!result) return
        await call(reportRoutes.recordVisit, {
          id: reportId,
          eventId,
          result,
          words: form.words,
          photoIds: form.photoIds,
        })
        say(words.done)
        await onDone()
      }}
    >
      <Field label={words.result}>
        <Choices choices={choices} />
      </Field>
    </ActSheet>
  )
}
