import { contactNumber, type OfficeContact } from '@huiyin/shared/consultations/office-desk.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../core/components/button.tsx'
import { Field } from '../../core/components/field.tsx'
import { say } from '../../core/toast.ts'
import { call } from '../../core/wire.ts'
import { officeWords } from '../office-words.ts'
import { LineBox } from './line-box.tsx'

const words = officeWords.contact

/** The telephone number that his villages see. */
export const ContactCard = ({ contact }: { contact: OfficeContact }) => {
  const [phone, setPhone] = useState(contact.phone ?? '')
  const [wrong, setWrong] = useState<string>()
  const save = async () => {
    const typed = phone.trim()
    const fits = typed === '' || contactNumber.test(typed)
    setWrong(fits ? undefined : words.wrong)
    if (!fits) return
    await call(officeRoutes.publishContact, { phone: typed || null })
    say(words.saved)
  }
  return (
    <View className="card stack">
      <Field label={words.title} hint={words.hint} wrong={wrong}>
        <LineBox
          label={words.title}
          value={phone}
          placeholder={words.example}
          bad={wrong !== undefined}
          onChange={setPhone}
        />
      </Field>
      <Button words={words.save} icon="check" onTap={save} />
    </View>
  )
}
