import { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { platform } from '@/core/device/platform.ts'
import { Field } from '@/core/fields/field.tsx'
import { call } from '@/core/sending/wire.ts'
import { AreaPicker } from '@/grids/components/area-picker.tsx'
import type { Village } from '@/grids/village.ts'
import { LineBox } from '../components/line-box.tsx'
import { townshipWords } from '../township-words.ts'

const words = townshipWords.places

/** A place where lawyers can be met: a village, and a name. */
export const NewPlace = ({ township, onAdded }: { township: string; onAdded: () => unknown }) => {
  const [village, setVillage] = useState<Village>()
  const [name, setName] = useState('')
  if (!village)
    return (
      <Field label={words.village}>
        <AreaPicker level="community" from={township} onChoose={setVillage} />
      </Field>
    )
  const add = async () => {
    const id = await platform.newId()
    await call(townshipRoutes.addOfficePlace, { id, communityId: village.id, name: name.trim() })
    await onAdded()
  }
  return (
    <>
      <View className="strong">{village.name}</View>
      <Field label={words.name}>
        <LineBox label={words.name} value={name} placeholder={words.example} onChange={setName} />
      </Field>
      <Button words={words.save} kind="main" disabled={name.trim() === ''} onTap={add} />
    </>
  )
}
