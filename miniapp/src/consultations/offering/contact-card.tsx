import { contactNumber } from '@huiyin/shared/consultations/contact-number.ts'
import type { OfficeContact } from '@huiyin/shared/consultations/office-desk.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Tap } from '@/core/components/tap.tsx'
import { Field } from '@/core/fields/field.tsx'
import { absolute } from '@/core/origin.ts'
import { SmallPicture } from '@/core/photos/live-picture.tsx'
import { PhotoPicker } from '@/core/photos/photo-picker.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { LineBox } from '../components/line-box.tsx'
import { officeWords } from '../office-words.ts'

const words = officeWords.contact

const Published = ({ contact: { photo, photoUrl }, onChange }: { contact: OfficeContact; onChange: () => void }) => (
  <View className="row">
    <View className="portrait">{photoUrl && <SmallPicture src={absolute(photoUrl)} label={words.photo} />}</View>
    <Text className="grow">{photo === 'none' ? '' : words.photos[photo]}</Text>
    <Tap className="word" label={words.otherSpoken} onTap={onChange}>
      <Text>{words.other}</Text>
    </Tap>
  </View>
)

type Props = { contact: OfficeContact; onSaved: () => unknown }

/** The telephone number and the photo that his villages see. */
export const ContactCard = ({ contact, onSaved }: Props) => {
  const [phone, setPhone] = useState(contact.phone ?? '')
  const [wrong, setWrong] = useState<string>()
  const [kept, setKept] = useState(contact.photoId)
  const [chosen, setChosen] = useState<string[]>([])
  const save = async () => {
    const typed = phone.trim()
    const fits = typed === '' || contactNumber.test(typed)
    setWrong(fits ? undefined : words.wrong)
    if (!fits) return
    const { photoId } = await call(officeRoutes.publishContact, { phone: typed || null, photoId: chosen[0] ?? kept })
    setKept(photoId)
    setChosen([])
    await onSaved()
    say(words.saved)
  }
  return (
    <View className="card stack">
      <View className="heading">{words.title}</View>
      <View className="hint">{words.hint}</View>
      <Field label={words.phone} wrong={wrong}>
        <LineBox
          label={words.phone}
          value={phone}
          placeholder={words.example}
          bad={wrong !== undefined}
          onChange={setPhone}
        />
      </Field>
      <Field label={words.photo}>
        {kept ? (
          <Published contact={contact} onChange={() => setKept(null)} />
        ) : (
          <PhotoPicker ids={chosen} most={1} onChange={setChosen} />
        )}
      </Field>
      <Button words={words.save} icon="check" onTap={save} />
    </View>
  )
}
