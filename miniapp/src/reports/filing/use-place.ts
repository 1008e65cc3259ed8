import { gridRoutes } from '@huiyin/shared/grids/grid-routes.ts'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { useMe } from '@/core/me.ts'
import { call } from '@/core/sending/wire.ts'
import { say } from '@/core/toast.ts'
import { reportWords } from '../words.ts'
import { asChosen, type ChosenPlace, placeCode } from './new-report.ts'

/** Fills the place once: from the house plate if she scanned one, else the building she lives in. */
export const useFirstPlace = (ready: boolean, current: ChosenPlace | undefined, put: (place: ChosenPlace) => void) => {
  const { params } = useRouter()
  const code = placeCode(params)
  const home = useMe().data?.home
  const [fromPlate, setFromPlate] = useState(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per code, when the draft is there
  useEffect(() => {
    if (!ready || !code) return
    call(gridRoutes.getPlace, { code })
      .then(place => {
        const chosen = asChosen(place)
        if (!chosen) return say(reportWords.make.placeGone)
        put(chosen)
        setFromPlate(true)
      })
      .catch(() => say(reportWords.make.placeGone))
  }, [ready, code])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only while nothing is chosen
  useEffect(() => {
    const chosen = home && asChosen(home)
    if (ready && !code && !current && chosen) put(chosen)
  }, [ready, code, home])

  return fromPlate
}
