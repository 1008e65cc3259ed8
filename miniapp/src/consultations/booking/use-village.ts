import { useState } from 'react'
import { useMe } from '@/core/me.ts'
import { useKeptVillage } from '@/grids/use-kept-village.ts'
import type { Village } from '@/grids/village.ts'

/** The village whose lawyer is wanted: the one she chose, else that of the house she lives in, else that by whose link she came in. */
export const useVillage = (given?: string) => {
  const me = useMe()
  const [chosen, choose] = useState<Village | undefined>(given ? { id: given, name: '' } : undefined)
  const home = me.data?.home
  const kept = useKeptVillage()
  const village = chosen ?? (home ? { id: home.communityId, name: home.communityName } : kept)
  return { me, village, choose }
}
