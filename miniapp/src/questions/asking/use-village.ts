import { useEffect } from 'react'
import { useMe } from '@/core/me.ts'
import { useKeptVillage } from '@/grids/use-kept-village.ts'
import type { Village } from '@/grids/village.ts'

/** Fills the village once: that of the building she lives in, else that by whose link she came in. */
export const useFirstVillage = (ready: boolean, current: Village | undefined, put: (village: Village) => void) => {
  const home = useMe().data?.home
  const kept = useKeptVillage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only while nothing is chosen
  useEffect(() => {
    if (!ready || current) return
    if (home) put({ id: home.communityId, name: home.communityName })
    else if (kept) put({ id: kept.id, name: kept.name })
  }, [ready, home, kept])
}
