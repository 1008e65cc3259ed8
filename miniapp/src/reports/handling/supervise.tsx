import type { Report } from '@huiyin/shared/reports/report.ts'
import { reportRoutes } from '@huiyin/shared/reports/report-routes.ts'
import { useState } from 'react'
import { Choices } from '@/core/fields/choices.tsx'
import { Field } from '@/core/fields/field.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { staffWords } from '../staff-words.ts'
import { ActSheet } from './act-sheet.tsx'

const words = staffWords.acts.supervise
/** Undefined: the term that is set for such matters. */
const hours = [undefined, 24, 4, 2] as const

type Props = { report: Report; onDone: () => unknown; onClose: () => void }

/** 督办: why, and until when at the latest. */
export const Supervise = ({ report, onDone, onClose }: Props) => {
  const [chosen, setChosen] = useState(0)
  const choices = hours.map((within, index) => ({
    key: String(within),
    words: within ? words.terms.hours(within) : words.terms.set,
    on: index === chosen,
    onTap: () => setChosen(index),
  }))
  return (
    <ActSheet
      passed={!report.can.includes('supervise')}
      draftKind={`supervise.${report.id}`}
      title={words.title}
      hint={words.hint}
      phrases={words.phrases}
      text="must"
      most={200}
      onClose={onClose}
      onSend={async (eventId, form) => {
        await call(reportRoutes.superviseReport, { id: report.id, eventId, words: form.words, hours: hours[chosen] })
        say(words.done)
        await onDone()
      }}
    >
      <Field label={words.by}>
        <Choices choices={choices} />
      </Field>
    </ActSheet>
  )
}
