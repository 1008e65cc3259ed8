import { type ReportSource, reportSources } from '@huiyin/shared/reports/two-keys.ts'
import { Input, View } from '@tarojs/components'
import { spoken } from '@/core/device/spoken.ts'
import { Choices } from '@/core/fields/choices.tsx'
import { Field } from '@/core/fields/field.tsx'
import { Tick } from '@/core/fields/tick.tsx'
import { desksOf, useMe } from '@/core/me.ts'
import { reportWords } from '../words.ts'
import { hasPerson, type Lacking, type ReportForm } from './new-report.ts'

const words = reportWords.make

type Part = { form: ReportForm; change: (part: Partial<ReportForm>) => void; lacks?: Lacking | undefined }

/** Whose matter it is: a resident says with one tick that it is somebody else's; who holds a post here says where it comes from. */
const Source = ({ form, change }: Part) => {
  const staff = desksOf(useMe().data).some(it => it.role !== 'partner' && it.role !== 'chief')
  const { source = 'resident' } = form
  const set = (to: ReportSource) => change({ source: to, agreed: false })
  if (!staff)
    return <Tick words={words.proxy} on={source === 'proxy'} onChange={on => set(on ? 'proxy' : 'resident')} />
  const choices = reportSources.map(it => ({
    key: it,
    words: words.sources[it],
    on: it === source,
    onTap: () => set(it),
  }))
  return (
    <Field label={words.source}>
      <Choices choices={choices} />
    </Field>
  )
}

/** For whom it is filed: she agreed, and by her telephone she finds it and has the last word. */
export const ForWhom = ({ form, change, lacks }: Part) => {
  const wrong = lacks === 'phone' ? words.needPhone : lacks === 'agreed' ? words.needAgreed : undefined
  return (
    <>
      <Source form={form} change={change} />
      {hasPerson(form) && (
        <Field label={words.forPhone} hint={words.forPhoneHint} wrong={wrong}>
          <View className="card stack">
            <Input
              className="line-input"
              type="number"
              value={form.forPhone ?? ''}
              maxlength={11}
              onInput={event => change({ forPhone: event.detail.value })}
              {...spoken({ label: words.forPhone })}
            />
            {form.source === 'proxy' && (
              <Tick words={words.agreed} on={form.agreed === true} onChange={agreed => change({ agreed })} />
            )}
          </View>
        </Field>
      )}
    </>
  )
}
