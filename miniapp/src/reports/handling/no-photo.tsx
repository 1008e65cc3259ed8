import { type UnseenReason, unseenReasons } from '@huiyin/shared/reports/report.ts'
import { Choices } from '@/core/fields/choices.tsx'
import { Field } from '@/core/fields/field.tsx'
import { staffWords } from '../staff-words.ts'

const words = staffWords.acts.resolve

type Props = { reason: UnseenReason | undefined; onChange: (reason: UnseenReason | undefined) => void }

/** Inside a home, in danger, or where nothing can be seen nobody has to take a picture; the resident reads why there is none. */
export const NoPhoto = ({ reason, onChange }: Props) => (
  <Field label={words.noPhoto}>
    <Choices
      choices={unseenReasons.map(it => ({
        key: it,
        words: words.unseen[it],
        on: it === reason,
        onTap: () => onChange(it === reason ? undefined : it),
      }))}
    />
  </Field>
)
