import type { Area } from '@huiyin/shared/grids/area.ts'
import { gridRoutes } from '@huiyin/shared/grids/grid-routes.ts'
import { useState } from 'react'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { platform } from '@/core/device/platform.ts'
import { useMe } from '@/core/me.ts'
import { call } from '@/core/sending/wire.ts'
import { AreaPicker } from '@/grids/components/area-picker.tsx'
import { reportWords } from '../words.ts'
import type { ChosenPlace } from './new-report.ts'

const words = reportWords.make

/** A point on the map, named by the building or grid it falls into. */
const spotPlace = async (): Promise<ChosenPlace | undefined> => {
  const spot = await platform.chooseSpot()
  if (!spot) return undefined
  const point = { lng: spot.lng, lat: spot.lat }
  const found = await call(gridRoutes.locatePlace, point)
  return { label: `${found.label}${spot.name ? `（${spot.name}）` : ''}`, point }
}

/** Three ways to say where: home, the map, or village and building. */
export const PlaceSheet = ({ onChoose, onClose }: { onChoose: (place: ChosenPlace) => void; onClose: () => void }) => {
  const [picking, setPicking] = useState(false)
  const home = useMe().data?.home
  const onMap = async () => {
    const place = await spotPlace()
    if (place) onChoose(place)
  }
  const onArea = (area: Area, label: string) => onChoose({ label, buildingId: area.id })
  return (
    <Sheet title={words.placeTitle} onClose={onClose}>
      {!picking && home?.buildingId && (
        <Button
          words={`${words.home}：${home.label}`}
          icon="home"
          kind="quiet"
          onTap={() => onChoose({ label: home.label, buildingId: home.buildingId as string })}
        />
      )}
      {!picking && <Button words={platform.spotWords} icon="pin" kind="quiet" onTap={onMap} />}
      {!picking && <Button words={words.pickArea} icon="note" kind="quiet" onTap={() => setPicking(true)} />}
      {picking && <AreaPicker level="building" onChoose={onArea} />}
    </Sheet>
  )
}
