import type { OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'
import { officeRoutes } from '@huiyin/shared/consultations/office-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../core/components/button.tsx'
import { Field } from '../../core/components/field.tsx'
import { Sheet } from '../../core/components/sheet.tsx'
import { platform } from '../../core/platform.ts'
import { call } from '../../core/wire.ts'
import { AreaPicker } from '../../grids/components/area-picker.tsx'
import type { Village } from '../../grids/components/village-sheet.tsx'
import { officeWords } from '../office-words.ts'
import { bookingWords } from '../words.ts'
import { LineBox } from './line-box.tsx'

const words = officeWords.places

const Registered = ({ place, onClose }: { place: OfficePlace; onClose: () => void }) => (
  <>
    <View className="strong">{bookingWords.place(place.village, place.name)}</View>
    <View>{words.saved}</View>
    <View className="number">{place.code}</View>
    <Button words={words.close} kind="main" onTap={onClose} />
  </>
)

/** A place where lawyers can be met: a village, a name; and what its poster says. */
export const PlaceSheet = ({ township, onClose }: { township: string; onClose: () => void }) => {
  const [village, setVillage] = useState<Village>()
  const [name, setName] = useState('')
  const [place, setPlace] = useState<OfficePlace>()
  const add = async () => {
    if (!village) return
    const id = await platform.newId()
    setPlace(await call(officeRoutes.addOfficePlace, { id, communityId: village.id, name: name.trim() }))
  }
  return (
    <Sheet title={words.add} onClose={onClose}>
      {place && <Registered place={place} onClose={onClose} />}
      {!place && !village && (
        <Field label={words.village}>
          <AreaPicker level="community" from={township} onChoose={setVillage} />
        </Field>
      )}
      {!place && village && (
        <>
          <View className="strong">{village.name}</View>
          <Field label={words.name}>
            <LineBox label={words.name} value={name} placeholder={words.example} onChange={setName} />
          </Field>
          <Button words={words.save} kind="main" disabled={name.trim() === ''} onTap={add} />
        </>
      )}
    </Sheet>
  )
}
