import type { Adviser } from '@huiyin/shared/questions/asking-routes.ts'
import { Input, View } from '@tarojs/components'
import { Button } from '@/core/components/button.tsx'
import { DangerPhones } from '@/core/components/danger-phones.tsx'
import { Notice } from '@/core/components/notice.tsx'
import { spoken } from '@/core/device/spoken.ts'
import { Field } from '@/core/fields/field.tsx'
import { adviserWords } from '../words.ts'
import { askWords } from './ask-words.ts'
import { QuickExit } from './safety.tsx'

const words = askWords.danger

type Props = {
  duty: Adviser | null | undefined
  contact: string
  onContact: (contact: string) => void
  onGoOn: () => unknown
  /** Only where she came by the button: signs in her words do not go away. */
  onBack?: (() => void) | undefined
  onLeave: () => void
}

/** The numbers before anything else; asking goes on below them, and the way out is always there. */
export const DangerScreen = ({ duty, contact, onContact, onGoOn, onBack, onLeave }: Props) => (
  <>
    <View className="heading">{words.title}</View>
    <View className="soft">{words.lead}</View>
    <DangerPhones />
    <QuickExit before={onLeave} />
    <Notice icon="shield">
      <View>{duty ? words.duty(adviserWords(duty)) : words.dutyUnnamed}</View>
      <View className="small">{words.notKept}</View>
    </Notice>
    <Field label={words.contact}>
      <View className="box">
        <Input
          className="line-input"
          value={contact}
          maxlength={60}
          placeholder={words.contactExample}
          placeholderClass="placeholder"
          onInput={event => onContact(event.detail.value)}
          {...spoken({ label: words.contact })}
        />
      </View>
    </Field>
    <View className="dock">
      {onBack && <Button words={words.back} onTap={onBack} />}
      <Button words={words.goOn} kind="main" onTap={onGoOn} />
    </View>
  </>
)
