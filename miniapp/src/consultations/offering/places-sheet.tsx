import type { OfficePlace } from '@huiyin/shared/consultations/office-desk.ts'
import { townshipRoutes } from '@huiyin/shared/consultations/township-routes.ts'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { ErrorView } from '@/core/components/error-view.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { Skeleton } from '@/core/components/skeleton.tsx'
import { useCall } from '@/core/query.tsx'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { Sure } from '../components/sure.tsx'
import { fetchFile } from '../fetch-file.ts'
import { keepPicture, printPage } from '../open-file.ts'
import { townshipWords } from '../township-words.ts'
import { bookingWords } from '../words.ts'
import { NewPlace } from './new-place.tsx'

const words = townshipWords.places

/** The check-in poster: on paper where there is a printer, else as a picture to keep. */
const Poster = ({ place: { id, village, name } }: { place: OfficePlace }) => {
  const labelled = (act: string) => `${act}：${bookingWords.place(village, name)}`
  const print = () => printPage && fetchFile(townshipRoutes.readPoster, { id }, printPage)
  const keep = async () => {
    const picture = await call(townshipRoutes.getPlaceCode, { id })
    if (await keepPicture?.(picture)) say(words.kept)
  }
  return printPage ? (
    <Button words={words.print} icon="note" label={labelled(words.printSpoken)} onTap={print} />
  ) : (
    <Button words={words.keep} icon="camera" label={labelled(words.keepSpoken)} onTap={keep} />
  )
}

const One = ({ place, onChanged }: { place: OfficePlace; onChanged: () => unknown }) => {
  const { id, village, name } = place
  const named = bookingWords.place(village, name)
  const retire = async () => {
    await call(townshipRoutes.retireOfficePlace, { id })
    await onChanged()
    say(words.retired)
  }
  return (
    <View className="card stack">
      <Text className="strong">{named}</Text>
      <View className="acts">
        <Poster place={place} />
        <Sure
          words={words.retire}
          icon="stop"
          title={words.retireTitle}
          hint={`${named}。${words.retireHint}`}
          yes={words.retire}
          no={words.stay}
          onYes={retire}
        />
      </View>
    </View>
  )
}

/** Where lawyers can be met in this township, each with its check-in poster. */
export const PlacesSheet = ({ township, onClose }: { township: string; onClose: () => void }) => {
  const { data, error, refetch } = useCall(townshipRoutes.listOfficePlaces, { township })
  const [adding, setAdding] = useState(false)
  const added = async () => {
    await refetch()
    setAdding(false)
    say(words.saved)
  }
  return (
    <Sheet
      title={adding ? words.add : words.title}
      onClose={onClose}
      foot={!adding && data && <Button words={words.add} icon="plus" kind="main" onTap={() => setAdding(true)} />}
    >
      {adding && <NewPlace township={township} onAdded={added} />}
      {!adding && !data && (error ? <ErrorView failed={error} onAgain={refetch} /> : <Skeleton cards={2} />)}
      {!adding && data && (
        <>
          <View className="hint">{data.items.length > 0 ? words.hint : words.empty}</View>
          {data.items.map(place => (
            <One key={place.id} place={place} onChanged={refetch} />
          ))}
        </>
      )}
    </Sheet>
  )
}
