import { gridRoutes } from '@huiyin/shared/grids/grid-routes.ts'
import { Button } from '@/core/components/button.tsx'
import { Sheet } from '@/core/components/sheet.tsx'
import { abilities } from '@/core/device/abilities.ts'
import { useMe } from '@/core/me.ts'
import { call } from '@/core/sending/wire.ts'
import { AreaPicker } from '@/grids/components/area-picker.tsx'
import { reportWords } from '../words.ts'
import type { ChosenPlace, ReportForm } from './new-report.ts'

const words = reportWords.make

/** What of the form is filled in. */
type Chosen = Pick<ReportForm, 'place'> & Partial<Pick<ReportForm, 'placeWords'>>

/** A point on the map, named by the building or grid it falls into. */
const spotPlace = async (): Promise<ChosenPlace | undefined> => {
  const spot = await abilities.chooseSpot()
  if (!spot) return undefined
  const point = { lng: spot.lng, lat: spot.lat }
  const found = await call(gridRoutes.locatePlace, point)
  return { label: `${found.label}${spot.name ? `（${spot.name}）` : ''}`, point }
}

/** Home, the map, or village and building; and where no building stands, the village and her own words. */
export const PlaceSheet = ({ onChoose, onClose }: { onChoose: (place: Chosen) => void; onClose: () => void }) => {
  const home = useMe().data?.home
  const onMap = async () => {
    const place = await spotPlace()
    if (place) onChoose({ place })
  }
  const ways = (
    <>
      {home?.buildingId && (
        <Button
          words={`${words.home}：${home.label}`}
          icon="home"
          kind="quiet"
          onTap={() => onChoose({ place: { label: home.label, buildingId: home.buildingId as string } })}
        />
      )}
      <Button words={abilities.spotWords} icon="pin" kind="quiet" onTap={onMap} />
    </>
  )
  return (
    <Sheet title={words.placeTitle} onClose={onClose}>
      <AreaPicker
        level="building"
        top={ways}
        onChoose={(area, label) => onChoose({ place: { label, buildingId: area.id } })}
        onTyped={({ id, name }, placeWords) => onChoose({ place: { label: name, communityId: id }, placeWords })}
      />
    </Sheet>
  )
}
