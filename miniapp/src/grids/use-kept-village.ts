import type { Area } from '@huiyin/shared/grids/area.ts'
import { gridRoutes } from '@huiyin/shared/grids/grid-routes.ts'
import { useMe } from '@/core/me.ts'
import { useCall } from '@/core/query.tsx'
import { keptVillage } from '@/core/sending/wire.ts'

/** The village by whose link she came in, until she has a home of her own. */
export const useKeptVillage = (): Area | undefined => {
  const code = keptVillage()
  const me = useMe()
  const wanted = code !== undefined && me.data?.home === null
  const { data } = useCall(gridRoutes.getArea, { code: code ?? '' }, { enabled: wanted })
  return wanted && data?.level === 'community' ? data : undefined
}
