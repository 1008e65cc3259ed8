import { useEffect } from 'react'
import { useMe } from '@/core/me.ts'
import type { Village } from '@/grids/village.ts'

/** Fills the village once: that of the building she lives in. */
export const useFirstVillage = (ready: boolean, current: Village | undefined, put: (village: Village) => void) => {
  const home = useMe().data?.home
  // biome-ignore lint/correctness/useExhaustiveDependencies: only while nothing is chosen
  useEffect(() => {
    if (ready && !current && home) put({ id: home.communityId, name: home.communityName })
  }, [ready, home])
}
